package org.dffmpeg.worker.lease;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.link.Ticker;
import org.dffmpeg.common.time.Backoff;
import org.dffmpeg.worker.uplink.JobUplink;
import org.dffmpeg.worker.uplink.Verdict;

/**
 * The body of a job's heartbeat (PROTOCOL 15, made strict by L1 and L2). Confined to one thread.
 */
public final class HeartbeatLoop {
  private static final System.Logger LOG = System.getLogger(HeartbeatLoop.class.getName());
  private static final Duration MOST_JITTER = Duration.ofMillis(500);

  /** The lease has ended: whoever repeats this stops it meanwhile. */
  private static final Duration OVER = Duration.ofDays(1);

  /** Who is told that the lease ended. */
  public interface LeaseEnd {
    /** The coordinator says that the job is not ours any more. */
    void lost(String why);

    /** The coordinator was not heard of for the whole lease. */
    void expired(Duration silence);
  }

  private final JobUplink uplink;
  private final Duration interval;
  private final Duration lease;
  private final LeaseEnd end;
  private final Ticker ticker;
  private final RandomGenerator random;
  private final Backoff afterFailure;
  private Duration lastAnswered;
  private int failures;

  /**
   * Beats for a job.
   *
   * @param interval at least a second
   * @param acceptedAt when the accept was sent, on this ticker: the lease begins there
   */
  public HeartbeatLoop(
      JobUplink uplink,
      Duration interval,
      Duration lease,
      Duration acceptedAt,
      LeaseEnd end,
      Ticker ticker,
      RandomGenerator random) {
    this.uplink = uplink;
    this.interval =
        interval.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : interval;
    this.lease = lease;
    this.end = end;
    this.ticker = ticker;
    this.random = random;
    this.afterFailure = new Backoff(Duration.ofSeconds(1), this.interval, 0.2);
    this.lastAnswered = acceptedAt;
  }

  /** How long to wait before the first beat. */
  public Duration pause() {
    long jitter = Math.min(interval.toMillis() / 2, MOST_JITTER.toMillis());
    return interval.plusMillis(random.nextLong(-jitter, jitter + 1));
  }

  /** Beats once and says how long to wait before the next; never beyond the end of the lease. */
  public Duration tick() {
    Duration sentAt = ticker.now();
    return uplink
        .heartbeat()
        .fold(
            taken -> answered(sentAt, taken),
            lost -> lost(lost.why()),
            refused -> unheard(refused.why()),
            unheard -> unheard(unheard.why()));
  }

  private Duration answered(Duration sentAt, Verdict.Taken answer) {
    lastAnswered = sentAt;
    failures = 0;
    return answer.note().isEmpty() ? pause() : lost(answer.note());
  }

  private Duration lost(String why) {
    end.lost(why);
    return OVER;
  }

  private Duration unheard(String why) {
    Duration silence = ticker.since(lastAnswered);
    Duration left = lease.minus(silence);
    LOG.log(
        System.Logger.Level.WARNING,
        () ->
            "job "
                + uplink.job()
                + ": heartbeat not answered for "
                + silence.toSeconds()
                + " s: "
                + why);
    if (left.isNegative() || left.isZero()) {
      end.expired(silence);
      return OVER;
    }
    Duration next = afterFailure.delay(++failures, random);
    return next.compareTo(left) < 0 ? next : left;
  }
}
