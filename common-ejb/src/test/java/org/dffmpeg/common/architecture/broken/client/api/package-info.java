/** Breaks rules on purpose. */
@NullMarked
package org.dffmpeg.common.architecture.broken.client.api;

import org.jspecify.annotations.NullMarked;
