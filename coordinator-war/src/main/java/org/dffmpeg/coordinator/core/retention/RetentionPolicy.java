package org.dffmpeg.coordinator.core.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long what is over is kept; an empty age keeps it for ever. Ages count from the end of the
 * job, or from the last sign of life of the worker. Immutable.
 *
 * @param jobs ended jobs
 * @param mostJobs so many ended jobs at most, the youngest; 0 for any number
 * @param logs the output of ended jobs; gone with the job at the latest
 * @param messages the news of ended jobs; gone with the job at the latest
 * @param workers workers that are offline
 */
public record RetentionPolicy(
    Optional<Duration> jobs,
    int mostJobs,
    Optional<Duration> logs,
    Optional<Duration> messages,
    Optional<Duration> workers) {
  /** K2: no age is shorter, and no count deletes what is younger. */
  public static final Duration SHORTEST = Duration.ofHours(1);

  public RetentionPolicy {
    for (Optional<Duration> age : List.of(jobs, logs, messages, workers)) {
      if (age.filter(span -> span.compareTo(SHORTEST) < 0).isPresent()) {
        throw new IllegalArgumentException("an age below " + SHORTEST + ": " + age);
      }
    }
    if (mostJobs < 0) {
      throw new IllegalArgumentException("a negative number of jobs: " + mostJobs);
    }
  }

  /** What is older than this goes, as far as its age decides. */
  public Optional<Instant> cutoff(Sweep sweep, Instant now) {
    Optional<Duration> age =
        switch (sweep) {
          case LOGS -> logs;
          case MESSAGES -> messages;
          case JOBS -> jobs;
          case WORKERS -> workers;
        };
    return age.map(now::minus);
  }

  /**
   * The same where there are too many jobs.
   *
   * @param oldestToKeep when the oldest job ended that the count would keep
   */
  public static Instant cutoffByCount(Instant oldestToKeep, Instant now) {
    Instant latest = now.minus(SHORTEST);
    return oldestToKeep.isBefore(latest) ? oldestToKeep : latest;
  }
}
