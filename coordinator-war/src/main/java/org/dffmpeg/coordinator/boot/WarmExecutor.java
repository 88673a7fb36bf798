package org.dffmpeg.coordinator.boot;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The server's executor, asked seldom: a thread that it lends is kept until there was nothing to do
 * for a while. Payara looks through every jar of the server for context providers at each {@code
 * execute}, which costs more than most of our tasks. Thread-safe.
 *
 * <p>Tasks begin in the order in which they came. The queue has no bound of its own: each of its
 * users has at most one task in it.
 */
final class WarmExecutor implements Executor {
  private static final Logger LOG = System.getLogger(WarmExecutor.class.getName());

  private final Executor server;
  private final int mostThreads;
  private final Duration keep;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final AtomicInteger threads = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Has no thread yet.
   *
   * @param mostThreads how many of the server's threads it holds at most
   * @param keep how long a thread waits for another task
   */
  WarmExecutor(Executor server, int mostThreads, Duration keep) {
    this.server = server;
    this.mostThreads = mostThreads;
    this.keep = keep;
  }

  /**
   * Runs the task soon.
   *
   * @throws RejectedExecutionException if the server lends no thread and there is none
   */
  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    try {
      hireIfNeeded();
    } catch (RejectedExecutionException shuttingDown) {
      if (threads.get() == 0 && tasks.remove(task)) {
        throw shuttingDown;
      }
    }
  }

  private void hireIfNeeded() {
    int seen = threads.get();
    while (seen < mostThreads && tasks.size() > waiting.get()) {
      if (threads.compareAndSet(seen, seen + 1)) {
        hire();
        return;
      }
      seen = threads.get();
    }
  }

  private void hireIfPossible() {
    try {
      hireIfNeeded();
    } catch (RejectedExecutionException shuttingDown) {
      LOG.log(Level.DEBUG, "no other thread is lent", shuttingDown);
    }
  }

  private void hire() {
    try {
      server.execute(this::work);
    } catch (RejectedExecutionException e) {
      threads.decrementAndGet();
      throw e;
    }
  }

  private void work() {
    try {
      for (Runnable task = await(); task != null; task = await()) {
        // Another may have come while this thread was still counted as waiting.
        hireIfPossible();
        run(task);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return;
    } finally {
      threads.decrementAndGet();
    }
    // A task may have come between the last look and the moment this thread stopped counting.
    hireIfNeeded();
  }

  private @Nullable Runnable await() throws InterruptedException {
    waiting.incrementAndGet();
    try {
      return tasks.poll(keep.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      waiting.decrementAndGet();
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a task failed", e);
    }
  }
}
