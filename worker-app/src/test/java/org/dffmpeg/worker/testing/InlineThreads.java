package org.dffmpeg.worker.testing;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs what it is handed when a test says so, on the test's thread. Confined to one thread. */
public final class InlineThreads implements Executor {
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
  }

  /** Runs all that waits, and what that brings. */
  public void runAll() {
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      task.run();
    }
  }

  /** How many wait. */
  public int size() {
    return waiting.size();
  }
}
