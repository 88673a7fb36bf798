package org.dffmpeg.coordinator.core.scheduling;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a body when it is signalled, never twice at once: a signal during a run makes one more run.
 * Thread-safe; {@link #signal} never blocks.
 */
public final class Pump {
  private final Runnable body;
  private final Executor executor;
  private final AtomicInteger signals = new AtomicInteger();

  /**
   * @param body must not throw
   * @param executor runs it; if it refuses, the next signal tries again
   */
  public Pump(Runnable body, Executor executor) {
    this.body = body;
    this.executor = executor;
  }

  /** There may be something to do. */
  public void signal() {
    if (signals.getAndIncrement() == 0) {
      start();
    }
  }

  private void start() {
    try {
      executor.execute(this::drain);
    } catch (RuntimeException refused) {
      signals.set(0);
      throw refused;
    }
  }

  private void drain() {
    int seen = signals.get();
    do {
      body.run();
    } while ((seen = signals.addAndGet(-seen)) > 0);
  }
}
