package org.dffmpeg.client.link;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Repeats a body on the thread that runs it: waits as long as the body says, can be woken and
 * stopped, logs what the body throws and goes on. Thread-safe.
 */
public final class Loop implements Runnable {
  private static final System.Logger LOG = System.getLogger(Loop.class.getName());
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** What is repeated. */
  @FunctionalInterface
  public interface Body {
    /** Does its work once and says how long to wait before the next time. */
    Duration tick() throws InterruptedException;
  }

  private final String name;
  private final Body body;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean stopped;

  /** A loop that does not run yet. */
  public Loop(String name, Body body) {
    this.name = name;
    this.body = body;
  }

  /** As {@link #run()}, but waits once before the first time. */
  public void runAfter(Duration first) {
    try {
      pause(first);
      repeat();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Repeats until stopped or interrupted. */
  @Override
  public void run() {
    runAfter(Duration.ZERO);
  }

  /** Ends the current pause. */
  public void wake() {
    wakeUps.release();
  }

  /** Ends the loop after the current tick. Idempotent. */
  public void stop() {
    stopped = true;
    wake();
  }

  private void repeat() throws InterruptedException {
    while (!stopped) {
      pause(tick());
    }
  }

  private Duration tick() throws InterruptedException {
    try {
      return body.tick();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, () -> name + " failed and goes on", e);
      return AFTER_FAILURE;
    }
  }

  private void pause(Duration duration) throws InterruptedException {
    if (wakeUps.tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS)) {
      wakeUps.drainPermits();
    }
  }
}
