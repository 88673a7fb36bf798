package org.dffmpeg.coordinator.front;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * What the bodies of strangers may cost (F3, F5). Thread-safe.
 *
 * @param longest bytes of one body
 * @param deadline from the head of a request to the end of its body
 * @param room a permit for each byte that is kept, over all connections
 */
record BodyLimits(int longest, Duration deadline, Semaphore room) {
  private static final int LONGEST_AT_ONCE = 4;

  BodyLimits(int longest, Duration deadline) {
    this(longest, deadline, new Semaphore(longest * LONGEST_AT_ONCE));
  }
}
