package org.dffmpeg.coordinator.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FailureLimiterTest {
  private static final int PER_MINUTE = 6;
  private static final InetAddress SOURCE = address("192.0.2.1");

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final FailureLimiter limiter = new FailureLimiter(clock, PER_MINUTE);

  @Test
  void the_allowance_passes_and_the_next_failure_waits() {
    for (int i = 0; i < PER_MINUTE; i++) {
      assertThat(limiter.recordFailure(SOURCE)).isEmpty();
    }

    assertThat(limiter.recordFailure(SOURCE)).contains(Duration.ofSeconds(10));
  }

  @Test
  void the_allowance_comes_back_evenly() {
    exhaust(SOURCE);

    now = now.plusSeconds(10);

    assertThat(limiter.recordFailure(SOURCE)).isEmpty();
    assertThat(limiter.recordFailure(SOURCE)).contains(Duration.ofSeconds(10));
  }

  @Test
  void however_long_it_goes_on_the_wait_does_not_grow() {
    for (int i = 0; i < 1_000; i++) {
      limiter.recordFailure(SOURCE);
    }

    assertThat(limiter.recordFailure(SOURCE)).contains(Duration.ofSeconds(10));
  }

  @Test
  void sources_are_counted_apart() {
    exhaust(SOURCE);

    assertThat(limiter.recordFailure(address("192.0.2.2"))).isEmpty();
  }

  @Test
  void ipv6_sources_are_counted_by_their_subscriber() {
    exhaust(address("2001:db8:0:1::1"));

    assertThat(limiter.recordFailure(address("2001:db8:0:1:ffff::9"))).isPresent();
    assertThat(limiter.recordFailure(address("2001:db8:0:2::1"))).isEmpty();
  }

  @Test
  void the_table_is_bounded_and_forgets_the_oldest() {
    exhaust(SOURCE);

    for (int i = 0; i < FailureLimiter.MAX_SOURCES; i++) {
      limiter.recordFailure(address("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)));
    }

    assertThat(limiter.recordFailure(SOURCE)).isEmpty();
  }

  @Test
  void a_rate_below_one_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FailureLimiter(clock, 0));
  }

  private void exhaust(InetAddress source) {
    for (int i = 0; i < PER_MINUTE; i++) {
      limiter.recordFailure(source);
    }
    assertThat(limiter.recordFailure(source)).isPresent();
  }

  private static InetAddress address(String text) {
    return IpLiteral.parse(text).orElseThrow();
  }
}
