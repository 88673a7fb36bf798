package org.dffmpeg.coordinator.timer;

import java.time.Duration;

/**
 * What the timers do and how often; the composition root fills it. Immutable.
 *
 * @param sweep the janitor's pass
 * @param assign the net under event-driven assignment
 * @param deliver tells the time to whoever is listening
 * @param mark stores what was delivered
 * @param beat says that this coordinator is there
 */
public record Schedule(Every sweep, Every assign, Every deliver, Every mark, Every beat) {
  /** A body and the time between two of its runs. */
  public record Every(Duration interval, Tick tick) {}
}
