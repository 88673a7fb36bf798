package org.dffmpeg.coordinator.core.job;

import java.util.List;
import org.dffmpeg.common.id.JobId;

/**
 * The attempts that are over; they go with their job. Called inside a unit of {@code Transactions};
 * thread-safe.
 */
public interface AttemptStore {
  /**
   * Adds one by the end of the unit. That a number of a job is taken is a {@code ConflictException}
   * of the unit: an attempt ends once.
   */
  void append(EndedAttempt attempt);

  /** The last ones of the job, in their order. */
  List<EndedAttempt> lastOf(JobId job, int limit);
}
