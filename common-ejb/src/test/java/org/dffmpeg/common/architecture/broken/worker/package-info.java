/** Breaks rules on purpose. */
@NullMarked
package org.dffmpeg.common.architecture.broken.worker;

import org.jspecify.annotations.NullMarked;
