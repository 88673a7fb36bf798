/** The workers and what they offer. */
@NullMarked
package org.dffmpeg.coordinator.core.fleet;

import org.jspecify.annotations.NullMarked;
