/** Holds the architecture of this module. */
@NullMarked
package org.dffmpeg.coordinator.architecture;

import org.jspecify.annotations.NullMarked;
