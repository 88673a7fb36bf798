package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * The assigned worker is alive. This renews the lease of the job and sends nothing:
 * compare-and-set, so that a job is never given up in the same instant in which its worker was told
 * that all is well. Thread-safe.
 */
public final class WorkerHeartbeat {
  private final Transactions transactions;
  private final OwnedJobs owned;
  private final JobStore jobs;
  private final EndedNotice ended;
  private final Clock clock;

  public WorkerHeartbeat(
      Transactions transactions, OwnedJobs owned, JobStore jobs, EndedNotice ended, Clock clock) {
    this.transactions = transactions;
    this.owned = owned;
    this.jobs = jobs;
    this.ended = ended;
    this.clock = clock;
  }

  /**
   * Of an ended job the detail is {@code Job already terminal}, and the worker is told to stop.
   * Refusals: NOT_FOUND, FORBIDDEN, STALE_ATTEMPT.
   */
  public Outcome<CommandAnswer> run(WorkerId worker, JobId id, AttemptClaim claim) {
    return transactions.write(
        unit ->
            owned
                .find(id, worker, claim.attempt())
                .then(job -> Outcome.ok(renew(unit, job, worker))));
  }

  private CommandAnswer renew(UnitOfWork unit, Job job, WorkerId worker) {
    if (job.state().isTerminal()) {
      return ended.tell(unit, job, worker);
    }
    ConflictException.unless(
        jobs.replace(job, job.withAttempt(job.attempt().seen(clock.instant()))), job.id());
    return CommandAnswer.OK;
  }
}
