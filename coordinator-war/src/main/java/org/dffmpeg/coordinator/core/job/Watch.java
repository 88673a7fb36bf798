package org.dffmpeg.coordinator.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody waits for the job. Immutable.
 *
 * @param monitored the job ends when its client falls silent
 * @param lastSeen the last heartbeat of the client
 * @param deadline when the client is taken for gone; none for a job that nobody monitors, or that
 *     is ending or ended
 */
public record Watch(boolean monitored, Optional<Instant> lastSeen, Optional<Instant> deadline) {
  /** A detached job, of which no client was heard yet. */
  public static final Watch NOBODY = new Watch(false, Optional.empty(), Optional.empty());

  /** The client was heard now, and monitors the job or not. */
  static Watch heard(boolean monitored, Instant now, Duration lease) {
    return new Watch(
        monitored, Optional.of(now), monitored ? Optional.of(now.plus(lease)) : Optional.empty());
  }

  Watch withoutDeadline() {
    return new Watch(monitored, lastSeen, Optional.empty());
  }
}
