package org.dffmpeg.coordinator.core.job;

import java.util.List;
import java.util.stream.Stream;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.AttemptView;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Shows one job to its requester, its worker or an administrator. Thread-safe. */
public final class FindJob {
  /** As many of its attempts as one job may ask for, and more. */
  private static final int MOST_ATTEMPTS = 50;

  private final Transactions transactions;
  private final JobStore jobs;
  private final JobViews views;
  private final AttemptStore attempts;

  public FindJob(Transactions transactions, JobStore jobs, JobViews views, AttemptStore attempts) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.views = views;
    this.attempts = attempts;
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
        ? Outcome.ok(views.one(job).withAttempts(attempts(job)))
        : Outcome.refused(ProblemCode.FORBIDDEN, "No permission to job");
  }

  private List<AttemptView> attempts(Job job) {
    return Stream.concat(
            attempts.lastOf(job.id(), MOST_ATTEMPTS).stream().map(EndedAttempt::view),
            Stream.of(job).filter(held -> held.state().isHeldByWorker()).map(FindJob::present))
        .toList();
  }

  private static AttemptView present(Job job) {
    Attempt attempt = job.attempt();
    return new AttemptView(
        attempt.number(),
        attempt.worker().orElseThrow(),
        attempt.assignedAt().orElse(null),
        attempt.startedAt().orElse(null),
        null,
        null,
        null,
        null);
  }
}
