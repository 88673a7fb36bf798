package org.dffmpeg.coordinator.core.job;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** The assigned worker gives the job back unstarted. */
public final class RejectJob {
  public RejectJob(Transactions transactions, OwnedJobs owned, Move move) {}

  /** Refusals: NOT_FOUND, FORBIDDEN, STALE_ATTEMPT. */
  public Outcome<CommandAnswer> run(WorkerId worker, JobId id, AttemptClaim claim) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
