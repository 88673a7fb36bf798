package org.dffmpeg.worker.registration;

import java.time.Duration;
import org.dffmpeg.client.link.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Whether tokens come as registrations ask for them. Each registration renews the token, so it is
 * the oldest unanswered one that counts (PITFALLS W35). Thread-safe.
 */
public final class TokenWatch {
  /** How long a token may take from the registration that asked for it (PROTOCOL 11, step 6). */
  static final Duration UNHEARD = Duration.ofSeconds(15);

  private final Ticker ticker;
  private @Nullable Duration lastHeard;
  private @Nullable Duration waitingSince;

  /** Waits for none. */
  public TokenWatch(Ticker ticker) {
    this.ticker = ticker;
  }

  /**
   * The time of this watch: taken before a registration is sent, because its token may be quick.
   */
  Duration now() {
    return ticker.now();
  }

  /** A registration that was sent at that time was taken. */
  synchronized void asked(Duration sentAt) {
    boolean tokenWasQuicker = lastHeard != null && lastHeard.compareTo(sentAt) >= 0;
    if (waitingSince == null && !tokenWasQuicker) {
      waitingSince = sentAt;
    }
  }

  synchronized void heard() {
    lastHeard = ticker.now();
    waitingSince = null;
  }

  synchronized boolean isOverdue() {
    return waitingSince != null && ticker.since(waitingSince).compareTo(UNHEARD) >= 0;
  }
}
