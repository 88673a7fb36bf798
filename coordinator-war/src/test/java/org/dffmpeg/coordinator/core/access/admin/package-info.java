/** Tests of the management of identities. */
@NullMarked
package org.dffmpeg.coordinator.core.access.admin;

import org.jspecify.annotations.NullMarked;
