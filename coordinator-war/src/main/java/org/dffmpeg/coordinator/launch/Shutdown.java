package org.dffmpeg.coordinator.launch;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The end of the process in order: the application drains (health 503, streams ended, requests
 * answered), then the server stops, then the JVM with exit code 0. A second signal, or a stop that
 * takes longer than {@link #DEADLINE}, ends it at once with {@value #FORCED}. Thread-safe.
 */
final class Shutdown {
  /** Beyond the drain itself, which has its own deadline. */
  static final Duration DEADLINE = Duration.ofSeconds(15);

  /** As a shell reports a process that SIGTERM ended. */
  static final int FORCED = 143;

  /** Where the application can be asked to drain; it registers itself under this name. */
  static final String APPLICATION = "org.dffmpeg:type=Coordinator";

  private final AtomicBoolean begun = new AtomicBoolean();
  private final IntConsumer exit;
  private final IntConsumer halt;

  Shutdown(IntConsumer exit, IntConsumer halt) {
    this.exit = exit;
    this.halt = halt;
  }

  /** A signal arrived. */
  void onSignal() {
    if (!begun.compareAndSet(false, true)) {
      halt.accept(FORCED);
      return;
    }
    new Thread(this::drainAndExit, "dffmpeg-shutdown").start();
  }

  private void drainAndExit() {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(new ObjectName(APPLICATION), "drain", new Object[0], new String[0]);
    } catch (InstanceNotFoundException e) {
      // Not deployed yet, or no more: there is nothing to drain.
    } catch (JMException e) {
      System.err.println("dffmpeg-coordinator: draining failed: " + e.getMessage());
    }
    stop(0);
  }

  /** Ends the JVM with this exit code, or by force if its hooks do not come to an end. */
  void stop(int code) {
    Thread guard = new Thread(this::haltLater, "dffmpeg-shutdown-guard");
    guard.setDaemon(true);
    guard.start();
    exit.accept(code);
  }

  private void haltLater() {
    try {
      new CountDownLatch(1).await(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
      halt.accept(FORCED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
