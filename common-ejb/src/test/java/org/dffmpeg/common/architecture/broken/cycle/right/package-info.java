/** Breaks rules on purpose. */
@NullMarked
package org.dffmpeg.common.architecture.broken.cycle.right;

import org.jspecify.annotations.NullMarked;
