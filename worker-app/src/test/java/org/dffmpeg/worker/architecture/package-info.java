/** Holds the architecture of this module. */
@NullMarked
package org.dffmpeg.worker.architecture;

import org.jspecify.annotations.NullMarked;
