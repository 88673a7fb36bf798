package org.dffmpeg.coordinator.core.lease;

import java.time.Duration;
import java.time.Instant;

/**
 * When this service was last awake, shared by all coordinators. No lease ends sooner than its
 * length after {@code resumedAt}: those who held it could not renew it while nobody answered.
 * Immutable.
 *
 * @param lastTick when any coordinator last wrote here
 * @param resumedAt the end of the last gap in which none could
 */
public record ServicePresence(Instant lastTick, Instant resumedAt, long version) {

  /** A service that starts for the first time. */
  static ServicePresence firstAt(Instant now) {
    return new ServicePresence(now, now, 0);
  }

  /**
   * The service is awake now.
   *
   * @param gap so long without a tick means that nobody could write
   */
  ServicePresence tick(Instant now, Duration gap) {
    boolean slept = lastTick.plus(gap).isBefore(now);
    Instant latest = now.isAfter(lastTick) ? now : lastTick;
    return new ServicePresence(latest, slept ? now : resumedAt, version);
  }

  /** For how long the service had been awake without a gap at the last tick. */
  public Duration awake() {
    return Duration.between(resumedAt, lastTick);
  }
}
