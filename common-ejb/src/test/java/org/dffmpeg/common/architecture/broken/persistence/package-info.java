/** Breaks rules on purpose. */
@NullMarked
package org.dffmpeg.common.architecture.broken.persistence;

import org.jspecify.annotations.NullMarked;
