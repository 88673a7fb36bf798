package org.dffmpeg.coordinator.core.job;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobEvent;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** The requester or an administrator ends the job. Thread-safe. */
public final class CancelJob {
  private final Transactions transactions;
  private final JobStore jobs;
  private final Move move;

  public CancelJob(Transactions transactions, JobStore jobs, Move move) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.move = move;
  }

  /**
   * A job that no worker holds is canceled at once, another one when its worker says so or its
   * deadline is over. Of an ended job the detail is {@code Job already finished}. Refusals:
   * NOT_FOUND, FORBIDDEN.
   */
  public Outcome<CommandAnswer> run(Caller caller, JobId id) {
    return transactions.write(
        unit ->
            SteeredJobs.find(jobs, id, caller, "No permission to cancel job")
                .then(
                    job ->
                        Outcome.ok(
                            move.apply(unit, job, JobEvent.CANCEL, Cause.canceledBy(caller))
                                .map(moved -> CommandAnswer.OK)
                                .orElse(new CommandAnswer("Job already finished")))));
  }
}
