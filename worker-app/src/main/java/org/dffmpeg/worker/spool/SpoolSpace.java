package org.dffmpeg.worker.spool;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of lines all attempts hold together, and may hold. Thread-safe. */
final class SpoolSpace {
  private final long limit;
  private final AtomicLong used = new AtomicLong();

  SpoolSpace(long limit) {
    this.limit = limit;
  }

  void take(long bytes) {
    used.addAndGet(bytes);
  }

  void give(long bytes) {
    used.addAndGet(-bytes);
  }

  boolean isOver() {
    return used.get() > limit;
  }
}
