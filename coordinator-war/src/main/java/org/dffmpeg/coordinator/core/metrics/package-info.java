/** Counters and counts, for the person on call. */
@NullMarked
package org.dffmpeg.coordinator.core.metrics;

import org.jspecify.annotations.NullMarked;
