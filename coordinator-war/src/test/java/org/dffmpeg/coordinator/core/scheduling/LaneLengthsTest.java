package org.dffmpeg.coordinator.core.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneLengthsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<String, Integer> lanes = new HashMap<>(Map.of("a", 1, "b", 5));
  private final LaneLengths lengths = new LaneLengths(lanes::get);

  @Test
  void a_lane_is_counted_again_when_its_length_is_no_longer_fresh() {
    assertThat(lengths.of("a", NOW)).isEqualTo(1);
    lanes.put("a", 2);

    assertThat(lengths.of("a", NOW.plus(LaneLengths.FRESH).minusMillis(1))).isEqualTo(1);
    assertThat(lengths.of("a", NOW.plus(LaneLengths.FRESH))).isEqualTo(2);
  }

  @Test
  void a_lane_that_was_not_counted_is() {
    lengths.of("a", NOW);

    assertThat(lengths.of("b", NOW.plusMillis(1))).isEqualTo(5);
  }
}
