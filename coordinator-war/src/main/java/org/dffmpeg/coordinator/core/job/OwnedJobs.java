package org.dffmpeg.coordinator.core.job;

import java.util.Objects;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.metrics.Counter;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the job that a worker speaks of, and checks that it may: it holds the job, and speaks of
 * the present attempt (DESIGN "Attempts fence"). Thread-safe.
 */
public final class OwnedJobs {
  private final JobStore jobs;
  private final Meter meter;

  public OwnedJobs(JobStore jobs, Meter meter) {
    this.jobs = jobs;
    this.meter = meter;
  }

  /**
   * The job; called inside a unit.
   *
   * @param attempt what the worker said; null from a worker that knows no attempts
   * @return refusals: NOT_FOUND, FORBIDDEN, STALE_ATTEMPT
   */
  public Outcome<Job> find(JobId id, WorkerId worker, @Nullable Integer attempt) {
    return jobs.find(id)
        .map(job -> check(job, worker, attempt))
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND, "Job not found"));
  }

  private Outcome<Job> check(Job job, WorkerId worker, @Nullable Integer attempt) {
    if (!job.isOf(worker)) {
      return Outcome.refused(ProblemCode.FORBIDDEN, "Not assigned to this job");
    }
    int present = job.attempt().number();
    if (attempt != null && !Objects.equals(attempt, present)) {
      meter.increment(Counter.STALE_ATTEMPTS);
      return Outcome.refused(
          ProblemCode.STALE_ATTEMPT, "Attempt " + attempt + " is over, this is " + present);
    }
    return Outcome.ok(job);
  }
}
