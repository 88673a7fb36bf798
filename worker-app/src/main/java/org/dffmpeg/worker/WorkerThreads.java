package org.dffmpeg.worker;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a worker; all are daemons. {@code dffmpeg-worker-starter} starts every process and
 * lives as long as the worker. {@code dffmpeg-worker-N} are reused for everything else:
 * registration, the receiver, a mount recovery, the question what ffmpeg can (each with two for the
 * outputs of its command), and at most five per job (its own, two outputs, upload, heartbeat) and
 * one per short call about it.
 */
record WorkerThreads(ExecutorService starter, ExecutorService others) {

  static WorkerThreads start() {
    return new WorkerThreads(
        Executors.newSingleThreadExecutor(named("starter")),
        Executors.newCachedThreadPool(named("")));
  }

  private static ThreadFactory named(String role) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      String name = role.isEmpty() ? Integer.toString(count.incrementAndGet()) : role;
      Thread thread = new Thread(task, "dffmpeg-worker-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
