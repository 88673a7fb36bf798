package org.dffmpeg.coordinator.core.job;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Shows one job to its requester, its worker or an administrator. Thread-safe. */
public final class FindJob {
  private final Transactions transactions;
  private final JobStore jobs;
  private final JobViews views;

  public FindJob(Transactions transactions, JobStore jobs, JobViews views) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.views = views;
  }

  /** Refusals: NOT_FOUND, FORBIDDEN. */
  public Outcome<JobView> run(Caller caller, JobId id) {
    return transactions.read(
        unit ->
            jobs.find(id)
                .map(job -> show(caller, job))
                .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND, "Job not found")));
  }

  private Outcome<JobView> show(Caller caller, Job job) {
    return caller.mayActFor(job.spec().requester()) || job.isOf(caller.worker())
        ? Outcome.ok(views.one(job))
        : Outcome.refused(ProblemCode.FORBIDDEN, "No permission to job");
  }
}
