package org.dffmpeg.client.internal;

import java.util.Optional;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.Payload;
import org.jspecify.annotations.Nullable;

/** From a terminal state on the wire to a result (PROTOCOL 16). */
final class Results {
  private Results() {}

  static JobResult of(JobId job, Payload.JobStatus status) {
    return of(job, status.status(), status.exitCode(), status.reason(), status.reasonDetail());
  }

  static JobResult of(JobView view) {
    return of(view.jobId(), view.status(), view.exitCode(), view.reason(), view.reasonDetail());
  }

  private static JobResult of(
      JobId job,
      JobState state,
      @Nullable Integer exitCode,
      @Nullable EndReason reason,
      @Nullable String detail) {
    return switch (state) {
      case COMPLETED -> new JobResult.Completed(job);
      case FAILED ->
          new JobResult.Failed(job, shellCode(exitCode), reason, sentence(detail, exitCode));
      case CANCELED ->
          new JobResult.Canceled(job, reason, Optional.ofNullable(detail).orElse("canceled"));
      case PENDING, ASSIGNED, RUNNING, CANCELING ->
          throw new IllegalArgumentException("not a terminal state: " + state);
    };
  }

  /** An old worker reports signal n as −n; a shell says 128 + n. */
  private static int shellCode(@Nullable Integer exitCode) {
    if (exitCode == null) {
      return 1;
    }
    return exitCode < 0 ? 128 - exitCode : exitCode;
  }

  private static String sentence(@Nullable String detail, @Nullable Integer exitCode) {
    if (detail != null) {
      return detail;
    }
    return exitCode == null
        ? "failed without an exit code: the worker was lost, or could not start it"
        : "ended with exit code " + exitCode;
  }
}
