/** Breaks rules on purpose. */
@NullMarked
package org.dffmpeg.common.architecture.broken.library;

import org.jspecify.annotations.NullMarked;
