package org.dffmpeg.coordinator.core.job;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobEvent;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/** The assigned worker gives the job back unstarted. Thread-safe. */
public final class RejectJob {
  private final Transactions transactions;
  private final OwnedJobs owned;
  private final Move move;

  public RejectJob(Transactions transactions, OwnedJobs owned, Move move) {
    this.transactions = transactions;
    this.owned = owned;
    this.move = move;
  }

  /** Refusals: NOT_FOUND, FORBIDDEN, STALE_ATTEMPT; INVALID_REQUEST if the job runs already. */
  public Outcome<CommandAnswer> run(WorkerId worker, JobId id, AttemptClaim claim) {
    return transactions.write(
        unit -> owned.find(id, worker, claim.attempt()).then(job -> reject(unit, job)));
  }

  private Outcome<CommandAnswer> reject(UnitOfWork unit, Job job) {
    if (job.state().isTerminal()) {
      return Outcome.ok(new CommandAnswer("Job already finished"));
    }
    return move.apply(unit, job, JobEvent.REJECT, Cause.GIVEN_BACK)
        .map(moved -> Outcome.ok(CommandAnswer.OK))
        .orElseGet(
            () ->
                Outcome.refused(
                    ProblemCode.INVALID_REQUEST, "Job already " + job.state().wireName()));
  }
}
