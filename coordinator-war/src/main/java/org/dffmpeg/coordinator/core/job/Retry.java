package org.dffmpeg.coordinator.core.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobEvent;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.JobRetry;

/**
 * Whether an attempt that came to nothing is followed by another, and after which pause (DESIGN
 * "Leases, not sockets"). What was not started goes back to the queue: as often as workers reject
 * it, but only {@value #MOST_UNANSWERED} times if they do not answer. What ran, or could not be
 * started, is run again within the policy of the job. Immutable, pure.
 *
 * @param seen the job in the attempt that is over
 * @param event what has happened
 */
record Retry(Job seen, JobEvent event, Cause cause) {
  /** Runs in all of a job that says nothing. */
  static final int DEFAULT_ATTEMPTS = 3;

  /** About an hour, with the pauses. */
  static final int MOST_UNANSWERED = 20;

  private static final Duration FIRST_PAUSE_UNSTARTED = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE_UNANSWERED = Duration.ofMinutes(5);

  /** A worker that rejects may have room at any time. */
  private static final Duration LONGEST_PAUSE_REJECTED = Duration.ofMinutes(1);

  /** More than any pause needs to be the longest. */
  private static final int MOST_DOUBLINGS = 20;

  /** Nobody wants these repeated, whatever the policy names. */
  private static final Set<EndReason> FINAL =
      Set.of(EndReason.QUEUE_TIMEOUT, EndReason.CLIENT_GONE, EndReason.CANCELED_BY);

  /** The event for the life cycle: the one that happened, or {@code RETRY}, or {@code GIVE_UP}. */
  JobEvent decided() {
    if (isUnanswered() && seen.attempt().unanswered() >= MOST_UNANSWERED) {
      return JobEvent.GIVE_UP;
    }
    return isFailure() && isCovered() && runs() < mostRuns() ? JobEvent.RETRY : event;
  }

  /** How long the job is kept back if it is pending afterwards. */
  Duration pause() {
    if (decided() == JobEvent.RETRY) {
      return doubled(backoff(), pausesBefore(), Duration.ofSeconds(JobRetry.LONGEST_BACKOFF));
    }
    if (event == JobEvent.REJECT) {
      return doubled(FIRST_PAUSE_UNSTARTED, seen.attempt().rejections(), LONGEST_PAUSE_REJECTED);
    }
    return isUnanswered()
        ? doubled(FIRST_PAUSE_UNSTARTED, seen.attempt().unanswered() - 1, LONGEST_PAUSE_UNANSWERED)
        : Duration.ZERO;
  }

  /** The attempt while the job is pending. */
  Attempt attempt() {
    if (event == JobEvent.REJECT) {
      return seen.attempt().rejected();
    }
    return decided() == JobEvent.RETRY ? seen.attempt().failed() : seen.attempt().givenBack();
  }

  /** A worker had it, and was not heard of. */
  private boolean isUnanswered() {
    return seen.state() == JobState.ASSIGNED
        && (event == JobEvent.ACCEPT_OVERDUE || event == JobEvent.WORKER_LOST);
  }

  private boolean isFailure() {
    return switch (seen.state()) {
      case ASSIGNED -> event == JobEvent.REPORT_FAILED;
      case RUNNING -> event == JobEvent.REPORT_FAILED || event == JobEvent.WORKER_LOST;
      case PENDING, CANCELING, COMPLETED, FAILED, CANCELED -> false;
    };
  }

  private boolean isCovered() {
    List<EndReason> named = policy().map(JobRetry::on).orElse(List.of());
    return cause
        .reason()
        .filter(reason -> !FINAL.contains(reason))
        .filter(reason -> named.isEmpty() ? reason.isOutside() : named.contains(reason))
        .isPresent();
  }

  /** This one included. */
  private int runs() {
    return seen.attempt().failedOn().size() + 1;
  }

  /**
   * Without a policy of its own a job is not run again that may still be running, on a worker that
   * does not fence and for whose end nobody answers; or whose requester has already seen a part of
   * what it writes.
   */
  private int mostRuns() {
    boolean mayRunOn =
        event == JobEvent.WORKER_LOST
            && seen.attempt().incarnation().isEmpty()
            && cause.sender().isEmpty();
    boolean wasSeen = seen.tail().log().isPresent() && seen.spec().writesToOutput();
    return policy().map(JobRetry::maxAttempts).orElse(mayRunOn || wasSeen ? 1 : DEFAULT_ATTEMPTS);
  }

  private Optional<JobRetry> policy() {
    return Optional.ofNullable(seen.spec().options().retry());
  }

  private Duration backoff() {
    return Duration.ofSeconds(policy().map(JobRetry::backoff).orElse(JobRetry.DEFAULT_BACKOFF));
  }

  /** That a worker was lost is no reason to wait, the first time. */
  private int pausesBefore() {
    return cause.reason().equals(Optional.of(EndReason.WORKER_LOST)) ? runs() - 1 : runs();
  }

  /** The first pause, doubled for each further one; none before the first. */
  private static Duration doubled(Duration first, int pauses, Duration most) {
    if (pauses < 1) {
      return Duration.ZERO;
    }
    Duration pause = first.multipliedBy(1L << Math.min(pauses - 1, MOST_DOUBLINGS));
    return pause.compareTo(most) > 0 ? most : pause;
  }
}
