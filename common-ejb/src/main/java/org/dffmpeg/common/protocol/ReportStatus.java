package org.dffmpeg.common.protocol;

import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.jspecify.annotations.Nullable;

/**
 * A worker reports the end of a job (PROTOCOL 5.4). {@code status} is terminal; reason, its
 * sentence and attempt are our additions.
 */
public record ReportStatus(
    JobState status,
    @Nullable Integer exitCode,
    @Nullable EndReason reason,
    @Nullable String reasonDetail,
    @Nullable Integer attempt) {
  public ReportStatus {
    if (!status.isTerminal()) {
      throw new IllegalArgumentException("not a terminal status: " + status);
    }
  }
}
