package org.dffmpeg.coordinator.core.job;

import java.time.Instant;
import java.util.Optional;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;

/**
 * What a job looks like in its next state. Pure: {@code JobLifecycle} has said that the state may
 * follow, {@link Move} stores it. Immutable.
 */
record Transition(Job seen, Cause cause, LeasePolicy leases, Instant now) {

  Job assigned(Worker holder) {
    return next(JobState.ASSIGNED, seen.attempt().next(holder, now))
        .withTail(seen.tail().ofNewAttempt());
  }

  /** Afterwards pending: with which attempt and how late, {@code retry} says. */
  Job to(JobState state, Retry retry) {
    return switch (state) {
      case PENDING -> queued(retry);
      case RUNNING -> next(state, seen.attempt().started(now));
      case CANCELING -> canceling();
      case COMPLETED, FAILED, CANCELED -> ended(state);
      case ASSIGNED -> throw new IllegalArgumentException("an assignment needs a worker");
    };
  }

  private Job next(JobState state, Attempt attempt) {
    return make(state, attempt, seen.watch(), Optional.empty(), Optional.empty());
  }

  private Job queued(Retry retry) {
    Instant ready = now.plus(retry.pause());
    return next(JobState.PENDING, retry.attempt())
        .withPlace(seen.place().queued(now, ready, seen.spec().options().limits()));
  }

  private Job canceling() {
    Cancellation cancellation =
        new Cancellation(
            now.plus(leases.cancelTimeout()),
            cause.reason().orElse(EndReason.CANCELED_BY),
            cause.detail().orElse("canceled"));
    return make(
        JobState.CANCELING,
        seen.attempt(),
        seen.watch().withoutDeadline(),
        Optional.of(cancellation),
        Optional.empty());
  }

  private Job ended(JobState state) {
    return make(
        state,
        seen.attempt(),
        seen.watch().withoutDeadline(),
        Optional.empty(),
        Optional.of(end(state)));
  }

  /** Of a canceled job it matters who wanted it, not who carried it out. */
  private JobEnd end(JobState state) {
    Optional<Cancellation> wanted =
        seen.cancellation().filter(cancellation -> state == JobState.CANCELED);
    return new JobEnd(
        now,
        cause.exitCode(),
        wanted.map(Cancellation::reason).or(cause::reason),
        wanted.map(Cancellation::detail).or(cause::detail));
  }

  private Job make(
      JobState state,
      Attempt attempt,
      Watch watch,
      Optional<Cancellation> cancellation,
      Optional<JobEnd> end) {
    return new Job(
        seen.id(),
        seen.spec(),
        state,
        seen.place().left(),
        now,
        attempt,
        watch,
        cancellation,
        end,
        seen.tail(),
        seen.version());
  }
}
