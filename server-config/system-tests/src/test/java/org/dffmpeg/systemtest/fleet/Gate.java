package org.dffmpeg.systemtest.fleet;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Where simulated attempts wait before they end while it is shut. Thread-safe. */
public final class Gate {
  private final Lock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private boolean shut;

  /** Whoever comes from now on waits. */
  public void shut() {
    lock.lock();
    try {
      shut = true;
    } finally {
      lock.unlock();
    }
  }

  /** Lets everybody through. */
  public void open() {
    lock.lock();
    try {
      shut = false;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void pass() throws InterruptedException {
    lock.lock();
    try {
      while (shut) {
        opened.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
