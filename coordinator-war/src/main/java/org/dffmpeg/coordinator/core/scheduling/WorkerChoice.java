package org.dffmpeg.coordinator.core.scheduling;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.job.Job;

/**
 * Which of the workers gets a job: of those that fit and have a free slot the least loaded one, but
 * one that gave this job back only if there is no other. Equally loaded ones take turns by a hash,
 * so that two coordinators that look at the same fleet come to the same choice. Pure.
 */
final class WorkerChoice {
  private WorkerChoice() {}

  static Optional<Worker> choose(Job job, List<Worker> workers) {
    return workers.stream()
        .filter(Worker::hasFreeSlot)
        .filter(job.spec().requirements()::metBy)
        .min(
            Comparator.comparing((Worker worker) -> gaveItBack(job, worker))
                .thenComparingDouble(WorkerChoice::load)
                .thenComparingInt(worker -> turn(job, worker))
                .thenComparing(Worker::id));
  }

  private static boolean gaveItBack(Job job, Worker worker) {
    return job.attempt().lastWorker().filter(worker.id()::equals).isPresent();
  }

  private static double load(Worker worker) {
    return (double) worker.slotsUsed() / worker.profile().slots();
  }

  private static int turn(Job job, Worker worker) {
    return (job.id().value() + worker.id().value()).hashCode();
  }
}
