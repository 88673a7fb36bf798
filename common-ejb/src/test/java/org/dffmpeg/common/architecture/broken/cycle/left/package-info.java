/** Breaks rules on purpose. */
@NullMarked
package org.dffmpeg.common.architecture.broken.cycle.left;

import org.jspecify.annotations.NullMarked;
