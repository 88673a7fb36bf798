package org.dffmpeg.coordinator.stream;

import java.time.Duration;

/**
 * When a listener shall look for messages and when it must say something (T4, T5), told by ticks.
 * Thread-safe: ticks come from one thread, words from another.
 */
final class Pace {
  /** Ticks come this often, so everything is due that much early rather than late. */
  static final Duration TICK = Duration.ofMillis(250);

  /** A peer that takes nothing for so long is gone: its socket tells of it late or never. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Duration silence;
  private final Duration lookEvery;
  private volatile Duration now;
  private volatile Duration spokeAt;
  private volatile Duration lookedAt;

  /**
   * @param start the monotonic time at which it begins
   * @param silence how long the peer may hear nothing
   * @param lookEvery how long a lost signal may go unnoticed
   */
  Pace(Duration start, Duration silence, Duration lookEvery) {
    this.silence = silence.minus(TICK);
    this.lookEvery = lookEvery;
    this.now = start;
    this.spokeAt = start;
    this.lookedAt = start;
  }

  /** Time has passed. */
  void tick(Duration time) {
    now = time;
  }

  /** Something was said. */
  void spoke() {
    spokeAt = now;
  }

  /** Whether to look; once per interval. */
  boolean isTimeToLook() {
    boolean due = now.minus(lookedAt).compareTo(lookEvery) >= 0;
    if (due) {
      lookedAt = now;
    }
    return due;
  }

  /** Whether the peer has heard nothing for long enough. */
  boolean isTimeToSpeak() {
    return now.minus(spokeAt).compareTo(silence) >= 0;
  }

  /** Whether it was time to speak long ago and nothing could be said. */
  boolean isGivenUp() {
    return now.minus(spokeAt).compareTo(silence.plus(PATIENCE)) >= 0;
  }
}
