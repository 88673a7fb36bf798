package org.dffmpeg.worker.lease;

import java.time.Duration;
import java.util.Optional;
import org.dffmpeg.client.link.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * How long a job may still run without hearing of the coordinator (L1). Whoever waits for the job
 * looks here, not the heartbeat: that may hang in a network that swallows everything. Thread-safe.
 */
public final class Lease {
  private static final Duration USUAL = Duration.ofSeconds(90);

  /** As good as none. */
  private static final Duration ENDLESS = Duration.ofDays(36_500);

  private final Duration length;
  private final Ticker ticker;
  private volatile Duration lastAnswered;

  /**
   * A lease that begins with the accept.
   *
   * @param acceptedAt when that was sent, on this ticker
   */
  public Lease(Duration length, Duration acceptedAt, Ticker ticker) {
    this.length = length;
    this.ticker = ticker;
    this.lastAnswered = acceptedAt;
  }

  /**
   * How long it is: what the coordinator says, unless this worker's own setting is shorter.
   *
   * @param told in seconds, 0 for any length; null from a coordinator that does not say it
   * @param own what this worker's operator says, if anything
   */
  public static Duration length(@Nullable Integer told, Optional<Duration> own) {
    if (told == null) {
      return own.orElse(USUAL);
    }
    Duration length = told == 0 ? ENDLESS : Duration.ofSeconds(told);
    return own.filter(shorter -> shorter.compareTo(length) < 0).orElse(length);
  }

  /** How long it lasts if nothing is answered from now on; zero when it is over. */
  public Duration left() {
    Duration left = length.minus(silence());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Since the sending of what was answered last. */
  public Duration silence() {
    return ticker.since(lastAnswered);
  }

  /** What was sent then was answered; only the heartbeat says so. */
  void renew(Duration sentAt) {
    lastAnswered = sentAt;
  }
}
