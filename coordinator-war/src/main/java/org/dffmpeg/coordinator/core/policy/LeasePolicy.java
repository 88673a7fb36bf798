package org.dffmpeg.coordinator.core.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * How long silence is endured (DESIGN "Leases, not sockets"). Immutable.
 *
 * @param jobLease after so long without an answered heartbeat a worker kills its process; zero if
 *     never
 * @param assignmentTimeout for a worker to accept a job
 * @param cancelTimeout for a worker to confirm the end of a canceled job
 */
public record LeasePolicy(Duration jobLease, Duration assignmentTimeout, Duration cancelTimeout) {
  /**
   * The coordinator waits this much longer than the worker, so that no attempt runs beside another.
   */
  private static final Duration FENCE = Duration.ofSeconds(10);

  private static final Duration SHORTEST_CLIENT_LEASE = Duration.ofMillis(12_500);
  private static final Duration SHORTEST_WORKER_LEASE = Duration.ofSeconds(20);

  /** Two heartbeats may be lost before a worker ends its job. */
  private static final int HEARTBEATS_PER_LEASE = 3;

  /**
   * A running job is given up when its worker was silent for so long; empty if only an operator
   * gives it up.
   */
  public Optional<Duration> workerSilence() {
    return Optional.of(jobLease).filter(lease -> !lease.isZero()).map(FENCE::plus);
  }

  /** A monitored job ends when its client was silent for so long. */
  public Duration clientLease(int heartbeatInterval) {
    return longer(Duration.ofMillis(2_500L * heartbeatInterval), SHORTEST_CLIENT_LEASE);
  }

  /** How often the worker of a job is heard whose client wants that interval. Seconds. */
  public int workerInterval(int heartbeatInterval) {
    long longest = Math.max(1, jobLease.toSeconds() / HEARTBEATS_PER_LEASE);
    return jobLease.isZero() ? heartbeatInterval : (int) Math.min(heartbeatInterval, longest);
  }

  /** A worker is offline when it did not prove that it listens for so long. */
  public Duration workerLease(int registrationInterval) {
    return longer(Duration.ofMillis(1_500L * registrationInterval), SHORTEST_WORKER_LEASE);
  }

  /** The longest heartbeat interval whose client lease fits into the span; -1 if none does. */
  public int longestHeartbeatWithin(Duration span) {
    return span.compareTo(SHORTEST_CLIENT_LEASE) < 0 ? -1 : wholeIntervals(span, 2_500);
  }

  /** The longest registration interval whose worker lease fits into the span; -1 if none does. */
  public int longestRegistrationWithin(Duration span) {
    return span.compareTo(SHORTEST_WORKER_LEASE) < 0 ? -1 : wholeIntervals(span, 1_500);
  }

  private static int wholeIntervals(Duration span, int millisPerUnit) {
    return (int) Math.min(Integer.MAX_VALUE, span.toMillis() / millisPerUnit);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
