package org.dffmpeg.client.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobResult;

/**
 * While open, a signal that ends this process (SIGINT, SIGTERM, SIGHUP) first ends the job: cancel,
 * then wait for the end, {@value #PATIENCE_SECONDS} s at most for both. The JVM then ends by itself
 * with 128 + the signal's number: 130, 143, 129.
 *
 * <p>Install it before submitting, so that no signal falls between the answer of the coordinator
 * and the guard. Thread-safe.
 */
public final class CancelOnSignal implements AutoCloseable {
  /** The worker gives ffmpeg 5 s between TERM and KILL. */
  private static final int PATIENCE_SECONDS = 6;

  private static final int MOST_SAYING_MILLIS = 500;

  private final CompletableFuture<JobHandle> job = new CompletableFuture<>();
  private final Runnable onSignal;
  private final Thread hook = new Thread(this::end, "dffmpeg-cancel-on-signal");

  private CancelOnSignal(Runnable onSignal) {
    this.onSignal = onSignal;
  }

  /**
   * From now on a signal is heeded.
   *
   * @param onSignal run on a thread of its own when one came: if it blocks, because nobody reads
   *     what it says, the job is ended all the same
   */
  public static CancelOnSignal install(Runnable onSignal) {
    CancelOnSignal guard = new CancelOnSignal(onSignal);
    Runtime.getRuntime().addShutdownHook(guard.hook);
    return guard;
  }

  /** The job to end. Until it is named, a signal waits for it. */
  public void protect(JobHandle handle) {
    job.complete(handle);
  }

  /** The job needs no guard any more. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook decides how this process ends; if there never was a job, it need not wait for one.
      job.cancel(false);
    }
  }

  private void end() {
    Thread saying = new Thread(onSignal, "dffmpeg-tell-of-signal");
    saying.setDaemon(true);
    saying.start();
    CompletableFuture<JobResult> end =
        job.thenCompose(
            handle -> {
              CompletableFuture<JobResult> result = handle.result();
              return CompletableFuture.runAsync(handle::cancel).thenCompose(taken -> result);
            });
    try {
      end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      saying.join(MOST_SAYING_MILLIS);
    } catch (TimeoutException | ExecutionException | CancellationException e) {
      // Whatever it was, this process was told to end; the job's lease ends it if we could not.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
