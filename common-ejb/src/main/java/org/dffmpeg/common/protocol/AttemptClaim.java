package org.dffmpeg.common.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of accept, reject and worker heartbeat: which attempt the worker speaks for. Our
 * addition; old workers send no body.
 *
 * @param outputs said when accepting: which arguments, counted from 0, name files that this job
 *     makes, because nothing is there yet or because an earlier attempt made it
 */
public record AttemptClaim(@Nullable Integer attempt, @Nullable List<Integer> outputs) {
  /** What a worker that knows no attempts sends. */
  public static final AttemptClaim NONE = new AttemptClaim(null);

  public AttemptClaim {
    outputs = outputs == null ? null : List.copyOf(outputs);
  }

  /** Says nothing of outputs. */
  public AttemptClaim(@Nullable Integer attempt) {
    this(attempt, null);
  }
}
