package org.dffmpeg.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.dffmpeg.worker.execution.Watchdog.Alarm;
import org.dffmpeg.worker.lease.Lease;
import org.dffmpeg.worker.logship.Pulse;
import org.dffmpeg.worker.testing.ManualTicker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WatchdogTest {
  private static final CompletableFuture<Void> RUNS = new CompletableFuture<>();
  private final ManualTicker ticker = new ManualTicker();
  private final Lease lease = new Lease(Duration.ofSeconds(90), Duration.ZERO, ticker);

  @Test
  void an_end_is_no_alarm() throws Exception {
    assertThat(new Watchdog().await(CompletableFuture.completedFuture(null))).isEmpty();
  }

  @Test
  void a_lease_that_is_over_is_one() throws Exception {
    passes(90);

    assertThat(new Watchdog().within(lease).await(RUNS))
        .contains(new Alarm(StopCause.LEASE_EXPIRED, "no heartbeat was answered for 90 s"));
  }

  @Test
  void so_is_a_run_that_is_too_long() throws Exception {
    passes(60);

    assertThat(new Watchdog().within(lease).runningAtMost(60, ticker::now).await(RUNS))
        .contains(new Alarm(StopCause.RUN_TIMEOUT, "ran longer than its run_timeout of 60 s"));
  }

  @Test
  void so_is_a_silence_that_is_too_long() throws Exception {
    Pulse pulse = new Pulse(ticker);
    passes(30);

    assertThat(new Watchdog().silentAtMost(30, pulse::silence).await(RUNS))
        .contains(new Alarm(StopCause.STALLED, "no output and no progress for 30 s"));
  }

  /** The limits are looked at again after each wait, and time that was heard counts anew. */
  @Test
  void a_sign_of_life_begins_the_silence_anew() throws Exception {
    int[] looks = {0};

    assertThat(
            new Watchdog()
                .silentAtMost(1, () -> Duration.ofMillis(++looks[0] < 5 ? 990 : 1000))
                .await(RUNS))
        .isPresent();

    assertThat(looks[0]).isGreaterThanOrEqualTo(5);
  }

  @Test
  void without_limits_it_waits_for_the_end() throws Exception {
    CompletableFuture<Void> end = new CompletableFuture<>();
    CompletableFuture<Void> ends = CompletableFuture.runAsync(() -> end.complete(null));

    assertThat(
            new Watchdog()
                .runningAtMost(null, ticker::now)
                .silentAtMost(null, ticker::now)
                .await(end))
        .isEmpty();
    ends.join();
  }

  private void passes(int seconds) {
    ticker.advance(Duration.ofSeconds(seconds));
  }
}
