package org.dffmpeg.coordinator.core.scheduling;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.coordinator.core.fleet.Requirements;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.job.Job;

/**
 * Which of the workers gets a job: of those that fit and have the slots free the least loaded one,
 * but one on which this job failed, or that gave it back, only if there is no other. Equally loaded
 * ones take turns by a hash, so that two coordinators that look at the same fleet come to the same
 * choice. Pure.
 */
final class WorkerChoice {
  private WorkerChoice() {}

  static Optional<Worker> choose(Job job, List<Worker> workers) {
    Requirements needs = job.requirements();
    return workers.stream()
        .filter(worker -> worker.free().cover(job.slots()))
        .filter(needs::metBy)
        .min(
            Comparator.comparingInt((Worker worker) -> job.attempt().misgivings(worker.id()))
                .thenComparingDouble(worker -> load(job, worker))
                .thenComparingInt(worker -> turn(job, worker))
                .thenComparing(Worker::id));
  }

  /** How full the fullest of the pools is that the job takes of. */
  private static double load(Job job, Worker worker) {
    return job.slots().counts().keySet().stream()
        .mapToDouble(
            pool -> (double) worker.slotsUsed().count(pool) / worker.profile().slots().count(pool))
        .max()
        .orElse(0);
  }

  private static int turn(Job job, Worker worker) {
    return (job.id().value() + worker.id().value()).hashCode();
  }
}
