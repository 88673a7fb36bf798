package org.dffmpeg.common.time;

import java.time.Duration;

/** Waiting as a port, so that tests record instead of sleep. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Waits that long.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void sleep(Duration duration) throws InterruptedException;
}
