package org.dffmpeg.worker.uplink;

import org.dffmpeg.common.id.JobId;
import org.jspecify.annotations.Nullable;

/** Makes uplinks. */
@FunctionalInterface
public interface Uplinks {
  /**
   * Speaks for one attempt of one job.
   *
   * @param attempt null if the coordinator named none
   */
  JobUplink of(JobId job, @Nullable Integer attempt);
}
