package org.dffmpeg.coordinator.core.job;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Shows one job to its requester, its worker or an administrator. */
public final class FindJob {
  public FindJob(Transactions transactions, JobStore jobs, WorkerStore workers) {}

  /** Refusals: NOT_FOUND, FORBIDDEN. */
  public Outcome<JobView> run(Caller caller, JobId id) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
