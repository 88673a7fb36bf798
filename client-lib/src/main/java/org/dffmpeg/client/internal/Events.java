package org.dffmpeg.client.internal;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Calls listeners on the one thread that runs it, in order (C3). Holds at most so many calls: who
 * brings more waits. Thread-safe.
 */
final class Events implements Runnable {
  private static final System.Logger LOG = System.getLogger(Events.class.getName());
  private static final int MOST_WAITING = 1024;

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

  /** Takes a call, after waiting for room. */
  void add(Runnable call) throws InterruptedException {
    waiting.put(call);
  }

  /** Makes calls until interrupted, then those that wait still. */
  @Override
  public void run() {
    try {
      while (true) {
        make(waiting.take());
      }
    } catch (InterruptedException e) {
      waiting.forEach(Events::make);
      Thread.currentThread().interrupt();
    }
  }

  private static void make(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a client listener failed; going on", e);
    }
  }
}
