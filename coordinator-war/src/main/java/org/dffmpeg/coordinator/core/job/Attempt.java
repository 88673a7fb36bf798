package org.dffmpeg.coordinator.core.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.jspecify.annotations.Nullable;

/**
 * How far the job got with its workers. Immutable.
 *
 * @param number assignments so far; it fences (DESIGN "Attempts fence")
 * @param worker who holds or held this attempt; none while pending
 * @param lastWorker who gave the job back, to prefer another
 * @param incarnation the worker's incarnation when it got the job
 * @param lastSeen the last sign of life of the worker about this job
 * @param assignedAt when the worker was given the job
 * @param startedAt when the worker accepted
 * @param failedOn the workers on which an attempt failed and was followed by another, each as often
 * @param outputs which arguments name files that the job has made, or was about to make: what the
 *     next attempt has to remove
 * @param rejections how often a worker gave the job back
 */
public record Attempt(
    int number,
    Optional<WorkerId> worker,
    Optional<WorkerId> lastWorker,
    Optional<String> incarnation,
    Optional<Instant> lastSeen,
    Optional<Instant> assignedAt,
    Optional<Instant> startedAt,
    List<WorkerId> failedOn,
    List<Integer> outputs,
    int rejections) {
  /** Before the first assignment. */
  public static final Attempt NONE =
      new Attempt(
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          0);

  public Attempt {
    failedOn = List.copyOf(failedOn);
    outputs = List.copyOf(outputs);
  }

  Attempt next(Worker holder, Instant now) {
    return new Attempt(
        number + 1,
        Optional.of(holder.id()),
        lastWorker,
        holder.incarnation(),
        Optional.of(now),
        Optional.of(now),
        Optional.empty(),
        failedOn,
        outputs,
        rejections);
  }

  Attempt seen(Instant now) {
    return new Attempt(
        number,
        worker,
        lastWorker,
        incarnation,
        Optional.of(now),
        assignedAt,
        startedAt,
        failedOn,
        outputs,
        rejections);
  }

  Attempt started(Instant now) {
    return new Attempt(
        number,
        worker,
        lastWorker,
        incarnation,
        Optional.of(now),
        assignedAt,
        startedAt.or(() -> Optional.of(now)),
        failedOn,
        outputs,
        rejections);
  }

  /** What its worker is about to make; one that does not say so leaves what others said. */
  Attempt making(@Nullable List<Integer> told) {
    return new Attempt(
        number,
        worker,
        lastWorker,
        incarnation,
        lastSeen,
        assignedAt,
        startedAt,
        failedOn,
        told == null ? outputs : told,
        rejections);
  }

  /** How often a worker that had it neither started it nor gave it back. */
  int unanswered() {
    return number - failedOn.size() - rejections;
  }

  /** Pending again, as if this attempt had not been. */
  Attempt givenBack() {
    return pending(failedOn, rejections);
  }

  /** Pending again, as the worker did not want it. */
  Attempt rejected() {
    return pending(failedOn, rejections + 1);
  }

  /** Pending again, for another run. */
  Attempt failed() {
    return pending(Stream.concat(failedOn.stream(), worker.stream()).toList(), rejections);
  }

  private Attempt pending(List<WorkerId> failures, int refusals) {
    return new Attempt(
        number,
        Optional.empty(),
        worker,
        Optional.empty(),
        lastSeen,
        Optional.empty(),
        Optional.empty(),
        failures,
        outputs,
        refusals);
  }

  /** The greater, the worse: how often the job failed on that worker, or was given back by it. */
  public int misgivings(WorkerId candidate) {
    long failures = failedOn.stream().filter(candidate::equals).count();
    boolean gaveBack = lastWorker.filter(candidate::equals).isPresent();
    return 2 * (int) failures + (gaveBack ? 1 : 0);
  }
}
