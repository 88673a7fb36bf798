/** Breaks rules on purpose. */
@NullMarked
package org.dffmpeg.common.architecture.broken.client.internal;

import org.jspecify.annotations.NullMarked;
