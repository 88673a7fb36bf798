package org.dffmpeg.common.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Delays between tries: doubling from {@code first} up to {@code most}, spread by ±{@code jitter}
 * (0 to 1). Immutable.
 */
public record Backoff(Duration first, Duration most, double jitter) {
  public Backoff {
    if (first.isNegative()
        || first.isZero()
        || most.compareTo(first) < 0
        || !(0 <= jitter && jitter <= 1)) {
      throw new IllegalArgumentException(
          "back-off needs 0 < first <= most and jitter in 0..1: "
              + first
              + ", "
              + most
              + ", "
              + jitter);
    }
  }

  /**
   * The delay before the next try.
   *
   * @param attempt 1 for the delay after the first failure
   */
  public Duration delay(int attempt, RandomGenerator random) {
    double base =
        Math.min((double) most.toMillis(), Math.scalb((double) first.toMillis(), attempt - 1));
    double factor = 1 + jitter * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.max(1, Math.round(base * factor)));
  }
}
