package org.dffmpeg.coordinator.core.scheduling;

import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.Move;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Gives pending jobs to workers until no job fits any free slot. */
public final class AssignJobs {
  public AssignJobs(
      Transactions transactions, JobStore jobs, WorkerStore workers, Move move, Meter meter) {}

  /** The number of jobs given away. Any number of coordinators may run it at once. */
  public int run() {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
