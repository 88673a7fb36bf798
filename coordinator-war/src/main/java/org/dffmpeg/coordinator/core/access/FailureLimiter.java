package org.dffmpeg.coordinator.core.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing: counts failed authentications per source, and nothing else, so a correct
 * signature always passes however many wrong ones came before it from the same address.
 *
 * <p>Each source has a bucket of {@code perMinute} failures that refills evenly. IPv6 sources count
 * by their /64, which is what one subscriber has. At most {@value #MAX_SOURCES} buckets are kept;
 * the source that failed longest ago is forgotten first. Thread-safe; nothing but map access under
 * the lock.
 */
public final class FailureLimiter {
  static final int MAX_SOURCES = 10_000;
  private static final int IPV6_SUBSCRIBER_BITS = 64;

  private final Clock clock;
  private final int perMinute;
  private final Duration refill;
  private final Map<Network, Instant> fullAgainAt;

  /**
   * Starts with every bucket full.
   *
   * @param perMinute failures that a source may make in a minute before it is told to wait; ≥ 1
   */
  public FailureLimiter(Clock clock, int perMinute) {
    if (perMinute < 1) {
      throw new IllegalArgumentException("failures per minute must be ≥ 1: " + perMinute);
    }
    this.clock = clock;
    this.perMinute = perMinute;
    this.refill = Duration.ofMinutes(1).dividedBy(perMinute);
    this.fullAgainAt = new OldestForgotten<>();
  }

  /**
   * Counts one failure.
   *
   * @return how long the source has to wait until a failure is answered normally again; empty while
   *     it is within its allowance
   */
  public Optional<Duration> recordFailure(InetAddress source) {
    Duration tooMuch = takeOne(subscriber(source)).minus(refill.multipliedBy(perMinute));
    return tooMuch.isNegative() || tooMuch.isZero() ? Optional.empty() : Optional.of(tooMuch);
  }

  /** How long the bucket needs to be full again, this failure included; it counts if it fits. */
  private synchronized Duration takeOne(Network source) {
    Instant now = clock.instant();
    Instant full = fullAgainAt.getOrDefault(source, now);
    Duration missing = Duration.between(now, full.isBefore(now) ? now : full).plus(refill);
    if (missing.compareTo(refill.multipliedBy(perMinute)) <= 0) {
      fullAgainAt.put(source, now.plus(missing));
    }
    return missing;
  }

  private static Network subscriber(InetAddress source) {
    int bits = source instanceof Inet6Address ? IPV6_SUBSCRIBER_BITS : Integer.SIZE;
    return new Network(source, bits);
  }

  private static final class OldestForgotten<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    OldestForgotten() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MAX_SOURCES;
    }
  }
}
