package org.dffmpeg.client.link;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.common.time.Sleeper;

/** Waits for real. Thread-safe. */
public final class RealSleeper implements Sleeper {
  private final Semaphore never = new Semaphore(0);

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    boolean woken = never.tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS);
    assert !woken;
  }
}
