package org.dffmpeg.coordinator.core;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;

/**
 * What a caller is told about an exception: that it may try again, or an id under which the log has
 * the rest. Nothing else of it leaves the coordinator. Immutable.
 *
 * @param retryAfter present if the same request may succeed later
 */
public record Fault(Problem problem, Optional<Duration> retryAfter) {
  private static final Logger LOG = System.getLogger(Fault.class.getName());
  private static final Duration RETRY = Duration.ofSeconds(2);

  /** Logs the exception, and says what to answer. */
  public static Fault of(Throwable thrown) {
    if (thrown instanceof StoreUnavailable || thrown instanceof ConflictException) {
      LOG.log(Level.WARNING, () -> "answered 503: " + thrown.getMessage());
      return new Fault(
          new Problem(ProblemCode.UNAVAILABLE, "The database does not answer; try again"),
          Optional.of(RETRY));
    }
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, () -> "internal error " + id, thrown);
    return new Fault(
        new Problem(ProblemCode.INTERNAL, "Internal error (" + id + ")"), Optional.empty());
  }
}
