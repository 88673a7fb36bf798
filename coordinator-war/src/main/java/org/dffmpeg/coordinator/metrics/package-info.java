/** Counting for the person on call. */
@NullMarked
package org.dffmpeg.coordinator.metrics;

import org.jspecify.annotations.NullMarked;
