/** What is deleted when. */
@NullMarked
package org.dffmpeg.coordinator.core.retention;

import org.jspecify.annotations.NullMarked;
