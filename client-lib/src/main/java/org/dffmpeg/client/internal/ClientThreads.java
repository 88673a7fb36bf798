package org.dffmpeg.client.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one client; all are daemons. {@code dffmpeg-client-events} calls listeners, {@code
 * dffmpeg-client-heartbeat-N} (two) keep jobs alive, {@code dffmpeg-client-watch-N} (one per
 * watched job) read messages.
 */
record ClientThreads(
    ExecutorService watchers, ScheduledExecutorService heartbeats, ExecutorService events) {
  private static final int HEARTBEATS = 2;

  static ClientThreads start(Events events) {
    ExecutorService listener = Executors.newSingleThreadExecutor(named("events", false));
    listener.execute(events);
    return new ClientThreads(
        Executors.newCachedThreadPool(named("watch", true)),
        Executors.newScheduledThreadPool(HEARTBEATS, named("heartbeat", true)),
        listener);
  }

  /**
   * Ends them without waiting: one that reads a silent connection ends when that says something.
   */
  void stop() {
    watchers.shutdownNow();
    heartbeats.shutdownNow();
    events.shutdownNow();
  }

  private static ThreadFactory named(String role, boolean numbered) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      String number = numbered ? "-" + count.incrementAndGet() : "";
      Thread thread = new Thread(task, "dffmpeg-client-" + role + number);
      thread.setDaemon(true);
      return thread;
    };
  }
}
