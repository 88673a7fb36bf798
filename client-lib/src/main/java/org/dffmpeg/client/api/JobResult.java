package org.dffmpeg.client.api;

import java.util.function.Function;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.EndReason;
import org.jspecify.annotations.Nullable;

/** How a job ended. A closed family of immutable values. */
public sealed interface JobResult {

  /** The job that ended. */
  JobId job();

  /**
   * The exit code for a shell: ffmpeg's own, 128 + n if signal n ended it, 130 if it was canceled,
   * 1 if it failed without one (PROTOCOL 16).
   */
  int exitCode();

  /** One sentence for people; may be empty for a completed job. */
  String explanation();

  /** ffmpeg ended by itself with code 0. */
  record Completed(JobId job) implements JobResult {
    @Override
    public int exitCode() {
      return 0;
    }

    @Override
    public String explanation() {
      return "";
    }
  }

  /**
   * ffmpeg refused, died, or could not be run.
   *
   * @param reason why, for programs; null if an old coordinator did not say
   */
  record Failed(JobId job, int exitCode, @Nullable EndReason reason, String explanation)
      implements JobResult {}

  /**
   * Somebody ended it on purpose.
   *
   * @param reason why, for programs; null if an old coordinator did not say
   */
  record Canceled(JobId job, @Nullable EndReason reason, String explanation) implements JobResult {
    @Override
    public int exitCode() {
      return 130;
    }
  }

  /** Calls the function of this case: a missing case does not compile. */
  default <R> R fold(
      Function<Completed, R> completed,
      Function<Failed, R> failed,
      Function<Canceled, R> canceled) {
    if (this instanceof Completed c) {
      return completed.apply(c);
    }
    if (this instanceof Failed f) {
      return failed.apply(f);
    }
    return canceled.apply((Canceled) this);
  }
}
