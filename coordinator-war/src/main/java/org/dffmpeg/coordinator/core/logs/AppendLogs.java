package org.dffmpeg.coordinator.core.logs;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.OwnedJobs;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Stores lines of output that the assigned worker sends. */
public final class AppendLogs {
  public AppendLogs(
      Transactions transactions, OwnedJobs owned, JobStore jobs, Outbox outbox, UlidFactory ids) {}

  /** Accepted in any state of the job. Refusals: NOT_FOUND, FORBIDDEN, STALE_ATTEMPT. */
  public Outcome<CommandAnswer> run(
      WorkerId worker, JobId id, org.dffmpeg.common.protocol.AppendLogs upload) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
