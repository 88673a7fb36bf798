package org.dffmpeg.worker.execution;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dffmpeg.worker.spool.ProcessMark;

/** A process that was started, with everything it starts in turn. Thread-safe. */
public interface RunningProcess {

  /** Its number, for logs. */
  long pid();

  /** By what another life of this worker would know it; empty if it is gone already. */
  Optional<ProcessMark> mark();

  /** Its standard output, bytes untouched. */
  InputStream standardOutput();

  /** Its standard error, bytes untouched. */
  InputStream standardError();

  /** Its exit code; 128 + n if signal n ended it. Completes on its end, never exceptionally. */
  CompletableFuture<Integer> exit();

  /**
   * Ends it and its descendants: SIGTERM, and SIGKILL to those that live on after {@code grace}.
   * Returns when all are gone, or cannot be ended. Idempotent; also ends what a dead process left.
   */
  void stop(Duration grace) throws InterruptedException;
}
