package org.dffmpeg.client.internal;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Calls listeners on the one thread that runs it, in order (C3). What waits is bounded by its size:
 * who brings more waits. Thread-safe.
 */
final class Events implements Runnable {
  private static final System.Logger LOG = System.getLogger(Events.class.getName());

  /** How much text may wait: a proxy has a heap of 64 MB. */
  static final int MOST_CHARACTERS = 4 * 1024 * 1024;

  /** What a call takes beside its text. */
  private static final int CALL = 256;

  private final BlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MOST_CHARACTERS, true);

  private record Call(Runnable what, int size) {}

  /**
   * Takes a call, after waiting for room.
   *
   * @param characters of text that it holds
   */
  void add(Runnable call, int characters) throws InterruptedException {
    int size = Math.min(MOST_CHARACTERS, CALL + characters);
    room.acquire(size);
    waiting.add(new Call(call, size));
  }

  /** Takes a call, even if there is no room: for few and small ones. */
  void addAtOnce(Runnable call) {
    waiting.add(new Call(call, 0));
  }

  /** Makes calls until interrupted, then those that wait still. */
  @Override
  public void run() {
    try {
      while (true) {
        make(waiting.take());
      }
    } catch (InterruptedException e) {
      waiting.forEach(this::make);
      Thread.currentThread().interrupt();
    }
  }

  /** Also an {@link Error} of a listener is its own: the calls after it are owed to others. */
  private void make(Call call) {
    try {
      call.what().run();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "a client listener failed; going on", e);
    } finally {
      room.release(call.size());
    }
  }
}
