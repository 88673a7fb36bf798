/** Holds the architecture of this module. */
@NullMarked
package org.dffmpeg.systemtest.architecture;

import org.jspecify.annotations.NullMarked;
