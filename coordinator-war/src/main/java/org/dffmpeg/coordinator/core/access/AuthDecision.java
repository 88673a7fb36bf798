package org.dffmpeg.coordinator.core.access;

import java.time.Duration;
import java.util.function.Function;
import org.dffmpeg.common.protocol.Problem;

/** The outcome of authentication. A closed family. */
public sealed interface AuthDecision {
  /** The request is what the caller signed, now and from an address of its scope. */
  record Admitted(Caller caller) implements AuthDecision {}

  /** The answer to give; it says the same for every cause but a wrong clock. */
  record Denied(Problem problem) implements AuthDecision {}

  /** Denied, and the source failed too often: the answer to give and how long it shall wait. */
  record Throttled(Problem problem, Duration retryAfter) implements AuthDecision {}

  /** Calls the function of this case. */
  default <R> R fold(
      Function<Admitted, R> admitted,
      Function<Denied, R> denied,
      Function<Throttled, R> throttled) {
    if (this instanceof Admitted a) {
      return admitted.apply(a);
    }
    if (this instanceof Denied d) {
      return denied.apply(d);
    }
    return throttled.apply((Throttled) this);
  }
}
