package org.dffmpeg.coordinator.core.job;

import java.time.Instant;
import java.util.Optional;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.fleet.Worker;

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
 */
public record Attempt(
    int number,
    Optional<WorkerId> worker,
    Optional<WorkerId> lastWorker,
    Optional<String> incarnation,
    Optional<Instant> lastSeen,
    Optional<Instant> assignedAt,
    Optional<Instant> startedAt) {
  /** Before the first assignment. */
  public static final Attempt NONE =
      new Attempt(
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  Attempt next(Worker holder, Instant now) {
    return new Attempt(
        number + 1,
        Optional.of(holder.id()),
        lastWorker,
        holder.incarnation(),
        Optional.of(now),
        Optional.of(now),
        Optional.empty());
  }

  Attempt seen(Instant now) {
    return new Attempt(
        number, worker, lastWorker, incarnation, Optional.of(now), assignedAt, startedAt);
  }

  Attempt started(Instant now) {
    return new Attempt(
        number,
        worker,
        lastWorker,
        incarnation,
        Optional.of(now),
        assignedAt,
        startedAt.or(() -> Optional.of(now)));
  }

  Attempt givenBack() {
    return new Attempt(
        number,
        Optional.empty(),
        worker,
        Optional.empty(),
        lastSeen,
        Optional.empty(),
        Optional.empty());
  }
}
