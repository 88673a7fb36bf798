package org.dffmpeg.coordinator.timer;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What the timers do and how often; the composition root fills it. Immutable.
 *
 * @param sweep the janitor's pass
 * @param presence notes that the service is awake
 * @param assign the net under event-driven assignment
 * @param deliver tells the time to whoever is listening
 * @param mark stores what was delivered
 * @param beat says that this coordinator is there
 * @param retain deletes what is over
 */
public record Schedule(
    Every sweep,
    Every presence,
    Every assign,
    Every deliver,
    Every mark,
    Every beat,
    Retain retain) {
  /**
   * A body and the time between two of its runs.
   *
   * @param first from the start to the first of them
   */
  public record Every(Duration first, Duration interval, Tick tick) {
    public Every(Duration interval, Tick tick) {
      this(interval, interval, tick);
    }

    /** The same, with the first run late by up to {@code jitter}: {@code share} of it, 0 to 1. */
    public Every late(Duration jitter, double share) {
      return new Every(first.plusNanos((long) (jitter.toNanos() * share)), interval, tick);
    }
  }

  /**
   * The start of a long work, after pauses that vary.
   *
   * @param resume takes up what was interrupted; once
   * @param firstPause before the first start
   */
  public record Retain(Tick resume, Tick start, Duration firstPause, Supplier<Duration> pause) {}
}
