/** Breaks rules on purpose. */
@NullMarked
package org.dffmpeg.common.architecture.broken.core;

import org.jspecify.annotations.NullMarked;
