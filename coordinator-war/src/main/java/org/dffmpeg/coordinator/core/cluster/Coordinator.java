package org.dffmpeg.coordinator.core.cluster;

import java.time.Duration;
import java.time.Instant;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.common.protocol.CoordinatorView;

/**
 * One process of this service, as it last said that it is there. Immutable.
 *
 * @param id made anew at each start
 * @param address where it listens, as a URL, for people
 * @param startedAt database time, as all times here
 */
public record Coordinator(
    CoordinatorId id, String address, String version, Instant startedAt, Instant lastSeen) {
  /** How often a coordinator says that it is there. */
  public static final Duration BEAT = Duration.ofSeconds(5);

  /** After so long without a word nobody reckons with it any more. */
  private static final Duration SILENCE = BEAT.multipliedBy(4);

  /** After so long it is forgotten; meanwhile people can see that it was there. */
  private static final Duration MEMORY = BEAT.multipliedBy(24);

  /** Whoever was last heard of before is forgotten. */
  static Instant memoryAt(Instant now) {
    return now.minus(MEMORY);
  }

  Coordinator seenAt(Instant time) {
    return new Coordinator(id, address, version, startedAt, time);
  }

  boolean isOnlineAt(Instant now) {
    return lastSeen.plus(SILENCE).isAfter(now);
  }

  CoordinatorView viewAt(Instant now) {
    return new CoordinatorView(id, address, version, isOnlineAt(now), startedAt, lastSeen);
  }
}
