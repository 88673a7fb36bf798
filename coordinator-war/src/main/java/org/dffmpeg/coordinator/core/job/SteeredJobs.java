package org.dffmpeg.coordinator.core.job;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;

/** Finds the job that a client speaks of, and checks that it is its own or the caller an admin. */
public final class SteeredJobs {
  private SteeredJobs() {}

  /**
   * The job; called inside a unit.
   *
   * @param forbidden what to tell a stranger
   * @return refusals: NOT_FOUND, FORBIDDEN
   */
  public static Outcome<Job> find(JobStore jobs, JobId id, Caller caller, String forbidden) {
    return jobs.find(id)
        .map(
            job ->
                caller.mayActFor(job.spec().requester())
                    ? Outcome.ok(job)
                    : Outcome.<Job>refused(ProblemCode.FORBIDDEN, forbidden))
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND, "Job not found"));
  }
}
