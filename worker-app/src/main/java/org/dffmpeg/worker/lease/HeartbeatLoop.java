package org.dffmpeg.worker.lease;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.link.Ticker;
import org.dffmpeg.common.time.Backoff;
import org.dffmpeg.worker.uplink.JobUplink;
import org.dffmpeg.worker.uplink.Verdict;

/** The body of a job's heartbeat (PROTOCOL 15, made strict by L2). Confined to one thread. */
public final class HeartbeatLoop {
  private static final System.Logger LOG = System.getLogger(HeartbeatLoop.class.getName());
  private static final Duration LEAST_INTERVAL = Duration.ofSeconds(1);
  private static final Duration MOST_JITTER = Duration.ofMillis(500);

  /** The job is not ours any more: whoever repeats this stops it meanwhile. */
  private static final Duration OVER = Duration.ofDays(1);

  private final JobUplink uplink;
  private final Duration interval;
  private final Lease lease;
  private final Consumer<String> lost;
  private final Ticker ticker;
  private final RandomGenerator random;
  private final Backoff afterFailure;
  private int failures;

  /**
   * Beats for a job.
   *
   * @param wanted the interval that the coordinator asked for; at least a second is kept
   * @param lost hears that the job is not ours any more
   */
  public HeartbeatLoop(
      JobUplink uplink,
      Duration wanted,
      Lease lease,
      Consumer<String> lost,
      Ticker ticker,
      RandomGenerator random) {
    this.uplink = uplink;
    this.interval = wanted.compareTo(LEAST_INTERVAL) < 0 ? LEAST_INTERVAL : wanted;
    this.lease = lease;
    this.lost = lost;
    this.ticker = ticker;
    this.random = random;
    this.afterFailure = new Backoff(LEAST_INTERVAL, interval, 0.2);
  }

  /** How long to wait before the first beat. */
  public Duration pause() {
    long jitter = Math.min(interval.toMillis() / 2, MOST_JITTER.toMillis());
    return interval.plusMillis(random.nextLong(-jitter, jitter + 1));
  }

  /** Beats once and says how long to wait before the next. */
  public Duration tick() {
    Duration sentAt = ticker.now();
    return uplink
        .heartbeat()
        .fold(
            taken -> answered(sentAt, taken),
            gone -> lost(gone.why()),
            refused -> unheard(refused.why()),
            unheard -> unheard(unheard.why()));
  }

  private Duration answered(Duration sentAt, Verdict.Taken answer) {
    lease.renew(sentAt);
    failures = 0;
    return answer.note().isEmpty() ? pause() : lost(answer.note());
  }

  private Duration lost(String why) {
    lost.accept(why);
    return OVER;
  }

  private Duration unheard(String why) {
    LOG.log(
        System.Logger.Level.WARNING,
        () ->
            "job "
                + uplink.job()
                + ": heartbeat not answered for "
                + lease.silence().toSeconds()
                + " s: "
                + why);
    return afterFailure.delay(++failures, random);
  }
}
