package org.dffmpeg.common.protocol;

import java.util.List;
import org.dffmpeg.common.job.EndReason;

/**
 * Whether a job that failed is run again (key {@code retry}); our addition.
 *
 * @param maxAttempts runs in all, the first one included
 * @param backoff seconds before the second run, doubled before each further one, at most {@value
 *     #LONGEST_BACKOFF}
 * @param on for which reasons; none named means those that lie outside of the command
 */
public record JobRetry(int maxAttempts, int backoff, List<EndReason> on) {
  public static final int MOST_ATTEMPTS = 20;
  public static final int LONGEST_BACKOFF = 3600;
  public static final int DEFAULT_BACKOFF = 5;

  public JobRetry {
    Bounds.check("max_attempts", maxAttempts, 1, MOST_ATTEMPTS);
    Bounds.check("backoff", backoff, 0, LONGEST_BACKOFF);
    on = List.copyOf(on);
  }
}
