package org.dffmpeg.coordinator.core.scheduling;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a body when it is signalled, never twice at once: a signal during a run makes one more run.
 * Thread-safe; {@link #signal} never blocks.
 */
public final class Pump {
  private static final Logger LOG = System.getLogger(Pump.class.getName());
  private final Runnable body;
  private final Executor executor;
  private final AtomicInteger signals = new AtomicInteger();

  /**
   * Makes a pump at rest.
   *
   * @param body what fails is logged, and tried again at the next signal
   * @param executor runs the body; one that refuses is asked again at the next signal
   */
  public Pump(Runnable body, Executor executor) {
    this.body = body;
    this.executor = executor;
  }

  /** There may be something to do. */
  public void signal() {
    if (signals.getAndIncrement() == 0) {
      try {
        executor.execute(this::drain);
      } catch (RejectedExecutionException shuttingDown) {
        signals.set(0);
      }
    }
  }

  private void drain() {
    int seen = signals.get();
    while (seen > 0) {
      try {
        runBody();
      } catch (Error e) {
        signals.set(0);
        throw e;
      }
      seen = signals.addAndGet(-seen);
    }
  }

  private void runBody() {
    try {
      body.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, () -> "a run failed, the next signal tries again: " + e, e);
    }
  }
}
