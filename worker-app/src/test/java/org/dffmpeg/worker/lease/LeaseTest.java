package org.dffmpeg.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private static final Optional<Duration> UNSET = Optional.empty();
  private static final Optional<Duration> MINUTE = Optional.of(Duration.ofMinutes(1));

  @Test
  void the_coordinator_decides_unless_the_worker_is_stricter() {
    assertThat(Lease.length(30, UNSET)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Lease.length(30, MINUTE)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Lease.length(300, MINUTE)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void a_coordinator_that_says_nothing_leaves_it_to_the_worker() {
    assertThat(Lease.length(null, MINUTE)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Lease.length(null, UNSET)).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void none_lasts_longer_than_any_outage() {
    assertThat(Lease.length(0, UNSET)).isGreaterThan(Duration.ofDays(3650));
    assertThat(Lease.length(0, MINUTE)).isEqualTo(Duration.ofMinutes(1));
  }
}
