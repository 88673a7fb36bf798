package org.dffmpeg.worker.testing;

import java.time.Duration;
import org.dffmpeg.client.link.Ticker;

/** Moves when a test says so. Thread-safe. */
public final class ManualTicker implements Ticker {
  private volatile Duration now = Duration.ZERO;

  /** Lets time pass. */
  public synchronized void advance(Duration step) {
    now = now.plus(step);
  }

  @Override
  public Duration now() {
    return now;
  }
}
