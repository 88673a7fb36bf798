package org.dffmpeg.worker.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Removes what earlier attempts of one job made. A mount may hang, and nothing can end that: so it
 * has a thread of its own, which removes nothing any more once it was given up. Thread-safe.
 */
final class Removal {
  /** No file takes so long to go. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OutputFiles files;
  private final BooleanSupplier ours;

  /** Why it failed, empty if it did not; done as well when nobody waits any longer. */
  private final CompletableFuture<Optional<CannotRun>> result = new CompletableFuture<>();

  /**
   * Has not begun.
   *
   * @param ours whether the job still is
   */
  Removal(OutputFiles files, BooleanSupplier ours) {
    this.files = files;
    this.ours = ours;
  }

  /** Begins. Completes when it is over, or has taken too long: why the job cannot run. */
  CompletableFuture<Optional<CannotRun>> begin(Executor threads) {
    if (files.hasFormer()) {
      result.completeOnTimeout(Optional.of(late()), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      threads.execute(this::remove);
    } else {
      result.complete(Optional.empty());
    }
    return result;
  }

  private void remove() {
    try {
      files.removeFormer(() -> !result.isDone() && ours.getAsBoolean());
      result.complete(Optional.empty());
    } catch (CannotRun e) {
      result.complete(Optional.of(e));
    } catch (RuntimeException e) {
      result.complete(Optional.of(new CannotRun("removing former outputs failed: " + e)));
    }
  }

  private static CannotRun late() {
    return new CannotRun(
        "what an earlier attempt made was not removed within " + PATIENCE.toSeconds() + " s");
  }
}
