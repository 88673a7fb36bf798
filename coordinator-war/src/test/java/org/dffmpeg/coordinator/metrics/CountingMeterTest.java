package org.dffmpeg.coordinator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.dffmpeg.coordinator.core.metrics.Counter;
import org.junit.jupiter.api.Test;

class CountingMeterTest {
  private final CountingMeter meter = new CountingMeter();

  @Test
  void every_counter_is_shown_from_the_start() {
    assertThat(meter.read()).hasSameSizeAs(Counter.values()).containsEntry("jobs_submitted", 0L);
  }

  @Test
  void what_happened_twice_is_two() {
    meter.increment(Counter.STALE_ATTEMPTS);
    meter.increment(Counter.STALE_ATTEMPTS);

    assertThat(meter.read()).containsEntry("stale_attempts", 2L);
  }
}
