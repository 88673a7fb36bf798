package org.dffmpeg.worker.lifecycle;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dffmpeg.worker.assignment.ActiveJobs;
import org.dffmpeg.worker.execution.StopCause;

/**
 * A worker from its start to its end (PROTOCOL 11 "Draining"): the first order to stop drains, the
 * second stops at once. {@link #order} may come from any thread.
 */
public final class WorkerLifecycle {
  private static final System.Logger LOG = System.getLogger(WorkerLifecycle.class.getName());

  private static final Duration RUNNING = Duration.ofDays(100_000);

  /** TERM, five seconds, KILL, and a try to report. */
  private static final Duration STOPPING = Duration.ofSeconds(10);

  /** What the life cycle moves. */
  public interface Parts {
    /** Registers and listens from now on. */
    void start();

    /** Takes no more jobs, and says so. */
    void drain();

    /** Says good-bye and listens no more; quick. */
    void stop();
  }

  private final Parts parts;
  private final ActiveJobs jobs;
  private final boolean draining;
  private final Duration leastDrain;
  private final CompletableFuture<Void> first = new CompletableFuture<>();
  private final CompletableFuture<Void> second = new CompletableFuture<>();

  /**
   * A worker that has not started.
   *
   * @param draining whether the first order lets jobs end
   * @param leastDrain how long draining takes at least, so that requests on their way are given
   *     back
   */
  public WorkerLifecycle(Parts parts, ActiveJobs jobs, boolean draining, Duration leastDrain) {
    this.parts = parts;
    this.jobs = jobs;
    this.draining = draining;
    this.leastDrain = leastDrain;
  }

  /** Somebody wants the worker to stop. */
  public void order() {
    if (!first.complete(null)) {
      second.complete(null);
    }
  }

  /** Works until it was ordered to stop and has stopped. */
  public void run() throws InterruptedException {
    parts.start();
    await(first, RUNNING);
    if (draining) {
      drain();
    }
    stop();
  }

  private void drain() throws InterruptedException {
    LOG.log(
        System.Logger.Level.INFO,
        () -> "draining: " + jobs.all().size() + " jobs to end; a second signal stops at once");
    parts.drain();
    await(second, leastDrain);
    while (!second.isDone() && !jobs.all().isEmpty()) {
      await(CompletableFuture.anyOf(second, jobs.ended()), RUNNING);
    }
  }

  private void stop() throws InterruptedException {
    parts.drain();
    jobs.all().forEach(job -> job.stop(StopCause.SHUTDOWN, "the worker was stopped"));
    await(jobs.ended(), STOPPING);
    parts.stop();
    LOG.log(System.Logger.Level.INFO, "stopped");
  }

  private static void await(CompletableFuture<?> future, Duration most)
      throws InterruptedException {
    try {
      future.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // Goes on with what comes next.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
