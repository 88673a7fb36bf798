/** Breaks rules on purpose. */
@NullMarked
package org.dffmpeg.common.architecture.broken.config;

import org.jspecify.annotations.NullMarked;
