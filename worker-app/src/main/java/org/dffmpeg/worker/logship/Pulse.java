package org.dffmpeg.worker.logship;

import java.time.Duration;
import org.dffmpeg.client.link.Ticker;

/**
 * For how long the outputs of a process have been silent. While what they said is held up on its
 * way, they are not: they could not be heard if they spoke. Thread-safe.
 */
public final class Pulse {
  private final Ticker ticker;
  private int onTheirWay;
  private Duration last;

  /** Silent from now on. */
  public Pulse(Ticker ticker) {
    this.ticker = ticker;
    this.last = ticker.now();
  }

  /** Bytes came, and are handed on. */
  synchronized void came() {
    onTheirWay++;
  }

  /** They were. */
  synchronized void handedOn() {
    onTheirWay--;
    last = ticker.now();
  }

  /** Whether what they said is held up on its way. */
  public synchronized boolean isHeldUp() {
    return onTheirWay > 0;
  }

  /** Since the last byte; zero while any is held up. */
  public synchronized Duration silence() {
    return onTheirWay > 0 ? Duration.ZERO : ticker.since(last);
  }
}
