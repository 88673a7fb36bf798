/** Tests of access, and its fakes. */
@NullMarked
package org.dffmpeg.coordinator.core.access;

import org.jspecify.annotations.NullMarked;
