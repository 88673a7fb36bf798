package org.dffmpeg.coordinator.front;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The requests being answered at this moment, for a shutdown to wait for. A stream counts until it
 * is open only. Thread-safe.
 */
public final class Traffic {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private int running;

  void begin() {
    add(1);
  }

  void end() {
    add(-1);
  }

  /**
   * Waits until no request is being answered.
   *
   * @return false if the time was over first
   */
  public boolean awaitQuiet(Duration most) throws InterruptedException {
    long left = most.toNanos();
    lock.lockInterruptibly();
    try {
      while (running > 0) {
        if (left <= 0) {
          return false;
        }
        left = quiet.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void add(int change) {
    lock.lock();
    try {
      running += change;
      if (running == 0) {
        quiet.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
