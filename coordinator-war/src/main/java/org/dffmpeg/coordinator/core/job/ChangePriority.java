package org.dffmpeg.coordinator.core.job;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.SetPriority;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/** The requester or an administrator moves a pending job in the queue. Thread-safe. */
public final class ChangePriority {
  private final Transactions transactions;
  private final JobStore jobs;
  private final Outbox outbox;

  public ChangePriority(Transactions transactions, JobStore jobs, Outbox outbox) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.outbox = outbox;
  }

  /** Refusals: NOT_FOUND, FORBIDDEN; INVALID_REQUEST if the job waits no longer. */
  public Outcome<CommandAnswer> run(Caller caller, JobId id, SetPriority wish) {
    return transactions.write(
        unit ->
            SteeredJobs.find(jobs, id, caller, "No permission to move job")
                .then(job -> move(unit, job, wish)));
  }

  private Outcome<CommandAnswer> move(UnitOfWork unit, Job job, SetPriority wish) {
    if (job.state() != JobState.PENDING) {
      return Outcome.refused(ProblemCode.INVALID_REQUEST, "Job already " + job.state().wireName());
    }
    ConflictException.unless(jobs.replace(job, job.withPlace(job.place().moved(wish))), job.id());
    outbox.announceWork(unit);
    return Outcome.ok(CommandAnswer.OK);
  }
}
