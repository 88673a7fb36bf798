package org.dffmpeg.coordinator.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dffmpeg.common.testing.MutableClock;
import org.junit.jupiter.api.Test;

class RetentionPolicyTest {
  private static final Instant NOW = MutableClock.START;
  private static final RetentionPolicy POLICY =
      new RetentionPolicy(
          Optional.of(Duration.ofDays(30)),
          10,
          Optional.of(Duration.ofDays(7)),
          Optional.of(Duration.ofDays(1)),
          Optional.empty());

  @Test
  void each_sweep_has_its_own_age() {
    assertThat(POLICY.cutoff(Sweep.JOBS, NOW)).contains(NOW.minus(Duration.ofDays(30)));
    assertThat(POLICY.cutoff(Sweep.LOGS, NOW)).contains(NOW.minus(Duration.ofDays(7)));
    assertThat(POLICY.cutoff(Sweep.MESSAGES, NOW)).contains(NOW.minus(Duration.ofDays(1)));
  }

  @Test
  void without_an_age_it_is_kept_for_ever() {
    assertThat(POLICY.cutoff(Sweep.WORKERS, NOW)).isEmpty();
  }

  @Test
  void the_count_deletes_nothing_that_ended_within_the_hour() {
    Instant young = NOW.minusSeconds(10);
    Instant old = NOW.minus(Duration.ofDays(1));

    assertThat(RetentionPolicy.cutoffByCount(young, NOW)).isEqualTo(NOW.minusSeconds(3600));
    assertThat(RetentionPolicy.cutoffByCount(old, NOW)).isEqualTo(old);
  }

  @Test
  void no_age_is_shorter_than_an_hour() {
    assertThatThrownBy(
            () ->
                new RetentionPolicy(
                    Optional.of(Duration.ofSeconds(3599)),
                    1,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_place_survives_as_text() {
    Aged place = new Aged(Instant.parse("2026-01-01T00:00:00.000001Z"), "worker with spaces");

    assertThat(Aged.ofText(place.text())).isEqualTo(place);
    assertThat(Aged.ofText(Aged.FIRST.text())).isEqualTo(Aged.FIRST);
  }
}
