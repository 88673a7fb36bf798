/** Breaks rules on purpose. */
@NullMarked
package org.dffmpeg.common.architecture.broken.boot;

import org.jspecify.annotations.NullMarked;
