package org.dffmpeg.coordinator.core.job;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** The requester or an administrator ends the job. */
public final class CancelJob {
  public CancelJob(Transactions transactions, JobStore jobs, Move move) {}

  /** Detail {@code Job already finished} if so. Refusals: NOT_FOUND, FORBIDDEN. */
  public Outcome<CommandAnswer> run(Caller caller, JobId id) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
