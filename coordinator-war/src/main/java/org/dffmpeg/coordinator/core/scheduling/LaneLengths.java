package org.dffmpeg.coordinator.core.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How many jobs wait in each lane, as counted a moment ago: passes follow each other much faster
 * than lanes grow or shrink so much that somebody else comes first. Confined to the scheduler's
 * passes, which do not overlap.
 */
final class LaneLengths {
  static final Duration FRESH = Duration.ofMillis(250);

  private final ToIntFunction<String> count;
  private final Map<String, Integer> counted = new HashMap<>();
  private Instant countedAt = Instant.EPOCH;

  LaneLengths(ToIntFunction<String> count) {
    this.count = count;
  }

  int of(String lane, Instant now) {
    if (!now.isBefore(countedAt.plus(FRESH))) {
      counted.clear();
      countedAt = now;
    }
    return counted.computeIfAbsent(lane, count::applyAsInt);
  }
}
