package org.dffmpeg.systemtest.bars;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Durations, sorted. Immutable. */
public record Percentiles(List<Duration> sorted) {

  public static Percentiles of(Collection<Duration> durations) {
    return new Percentiles(durations.stream().sorted().toList());
  }

  /**
   * The smallest duration that so many percent do not exceed.
   *
   * @param percent 1 to 100
   */
  public Duration at(int percent) {
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }

  @Override
  public String toString() {
    return "p50 %.1f ms, p99 %.1f ms, most %.1f ms of %d"
        .formatted(millis(at(50)), millis(at(99)), millis(at(100)), sorted.size());
  }

  /** With fractions. */
  public static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
