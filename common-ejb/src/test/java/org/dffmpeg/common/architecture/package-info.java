/** Sees each rule of the architecture fail. */
@NullMarked
package org.dffmpeg.common.architecture;

import org.jspecify.annotations.NullMarked;
