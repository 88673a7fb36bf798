package org.dffmpeg.worker.lease;

import java.time.Duration;
import org.dffmpeg.client.link.Ticker;

/**
 * How long a job may still run without hearing of the coordinator (L1). Whoever waits for the job
 * looks here, not the heartbeat: that may hang in a network that swallows everything. Thread-safe.
 */
public final class Lease {
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
