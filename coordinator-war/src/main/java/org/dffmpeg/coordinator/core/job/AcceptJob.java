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

/** The assigned worker takes the job. Thread-safe. */
public final class AcceptJob {
  private final Transactions transactions;
  private final OwnedJobs owned;
  private final Move move;
  private final EndedNotice ended;

  public AcceptJob(Transactions transactions, OwnedJobs owned, Move move, EndedNotice ended) {
    this.transactions = transactions;
    this.owned = owned;
    this.move = move;
    this.ended = ended;
  }

  /**
   * Repeated, it changes nothing. An old worker that comes too late is answered ok and told to
   * stop; one that names its attempt is refused. Refusals: NOT_FOUND, FORBIDDEN, STALE_ATTEMPT.
   */
  public Outcome<CommandAnswer> run(WorkerId worker, JobId id, AttemptClaim claim) {
    return transactions.write(
        unit ->
            owned.find(id, worker, claim.attempt()).then(job -> accept(unit, job, worker, claim)));
  }

  private Outcome<CommandAnswer> accept(
      UnitOfWork unit, Job job, WorkerId worker, AttemptClaim claim) {
    Job making = job.withAttempt(job.attempt().making(claim.outputs()));
    if (move.apply(unit, making, JobEvent.ACCEPT, Cause.worker(worker)).isPresent()) {
      return Outcome.ok(CommandAnswer.OK);
    }
    return claim.attempt() == null
        ? Outcome.ok(ended.tell(unit, job, worker))
        : Outcome.refused(ProblemCode.STALE_ATTEMPT, "Job already " + job.state().wireName());
  }
}
