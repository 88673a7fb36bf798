package org.dffmpeg.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.dffmpeg.worker.testing.FakeUplink;
import org.dffmpeg.worker.testing.ManualTicker;
import org.dffmpeg.worker.uplink.Verdict;
import org.junit.jupiter.api.Test;

/** L1, L2. */
class HeartbeatLoopTest {
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Duration LEASE = Duration.ofSeconds(90);
  private static final Verdict SILENCE = new Verdict.Unheard("connection refused");

  private final ManualTicker ticker = new ManualTicker();
  private final FakeUplink uplink = new FakeUplink();
  private final List<String> ends = new ArrayList<>();
  private final Lease lease = new Lease(LEASE, ticker.now(), ticker);
  private final HeartbeatLoop loop = loop(INTERVAL);

  @Test
  void it_beats_about_every_interval() {
    assertThat(loop.pause()).isBetween(Duration.ofMillis(4500), Duration.ofMillis(5500));
    assertThat(loop.tick()).isBetween(Duration.ofMillis(4500), Duration.ofMillis(5500));
  }

  @Test
  void it_never_beats_more_than_about_once_a_second() {
    assertThat(loop(Duration.ZERO).pause()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
  }

  @Test
  void a_beat_without_an_answer_is_repeated_sooner() {
    uplink.answer("heartbeat", SILENCE);

    assertThat(loop.tick()).isLessThan(Duration.ofSeconds(2));
    assertThat(loop.tick()).isLessThan(Duration.ofSeconds(3));
    assertThat(ends).isEmpty();
  }

  @Test
  void an_answer_begins_the_lease_anew_from_its_sending() {
    ticker.advance(Duration.ofSeconds(80));
    loop.tick();
    ticker.advance(Duration.ofSeconds(3));

    assertThat(lease.left()).isEqualTo(Duration.ofSeconds(87));
  }

  @Test
  void a_beat_without_an_answer_does_not_renew_the_lease() {
    uplink.answer("heartbeat", SILENCE);
    ticker.advance(Duration.ofSeconds(80));
    loop.tick();

    assertThat(lease.left()).isEqualTo(Duration.ofSeconds(10));
    ticker.advance(Duration.ofSeconds(80));
    assertThat(lease.left()).isZero();
  }

  @Test
  void an_answer_that_the_job_is_not_ours_ends_it_at_once() {
    uplink.answer("heartbeat", new Verdict.Lost("Not assigned to this job (403)"));

    loop.tick();

    assertThat(ends).containsExactly("Not assigned to this job (403)");
  }

  /** PROTOCOL 5.4: the one thing that a coordinator notes on a heartbeat. */
  @Test
  void an_answer_that_the_job_has_ended_ends_it_too() {
    uplink.answer("heartbeat", new Verdict.Taken("Job already terminal"));

    loop.tick();

    assertThat(ends).containsExactly("Job already terminal");
  }

  @Test
  void a_malformed_answer_counts_as_none() {
    uplink.answer("heartbeat", new Verdict.Refused("422"));

    loop.tick();

    assertThat(ends).isEmpty();
  }

  private HeartbeatLoop loop(Duration interval) {
    return new HeartbeatLoop(
        uplink, interval, lease, ends::add, ticker, RandomGenerator.of("L64X128MixRandom"));
  }
}
