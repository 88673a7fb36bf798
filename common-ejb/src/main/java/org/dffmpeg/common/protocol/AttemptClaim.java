package org.dffmpeg.common.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The body of accept, reject and worker heartbeat: which attempt the worker speaks for. Our
 * addition; old workers send no body.
 */
public record AttemptClaim(@Nullable Integer attempt) {
  /** What a worker that knows no attempts sends. */
  public static final AttemptClaim NONE = new AttemptClaim(null);
}
