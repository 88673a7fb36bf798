package org.dffmpeg.common.protocol;

import org.jspecify.annotations.Nullable;

/**
 * How long a job may take, in whole seconds; our addition. Null means no limit, or the
 * coordinator's.
 *
 * @param queueTimeout in the queue, counted from when it may run
 * @param runTimeout from accepted to ended, each run by itself
 * @param stallTimeout without output and without progress
 */
public record JobLimits(
    @Nullable Integer queueTimeout, @Nullable Integer runTimeout, @Nullable Integer stallTimeout) {
  /** Thirty days. */
  public static final int LONGEST = 30 * 24 * 3600;

  public static final JobLimits NONE = new JobLimits(null, null, null);

  public JobLimits {
    check("queue_timeout", queueTimeout);
    check("run_timeout", runTimeout);
    check("stall_timeout", stallTimeout);
  }

  private static void check(String key, @Nullable Integer seconds) {
    if (seconds != null) {
      Bounds.check(key, seconds, 1, LONGEST);
    }
  }
}
