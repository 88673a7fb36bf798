package org.dffmpeg.coordinator.core.job;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** The assigned worker says how the job ended. */
public final class ReportOutcome {
  public ReportOutcome(Transactions transactions, OwnedJobs owned, Move move, Meter meter) {}

  /**
   * A report that contradicts a terminal state is ignored, counted and answered ok. Refusals:
   * NOT_FOUND, FORBIDDEN, STALE_ATTEMPT.
   */
  public Outcome<CommandAnswer> run(WorkerId worker, JobId id, ReportStatus report) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
