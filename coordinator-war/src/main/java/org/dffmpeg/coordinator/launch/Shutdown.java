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
 * answered) and closes its database, then the JVM ends with exit code 0. The server is not stopped:
 * it would take the application away before it closes the port, and answer peers in between with a
 * 404 of its own, which says that their jobs do not exist. A second signal, or an end that takes
 * longer than {@link #DEADLINE}, ends it at once with {@value #FORCED}. Thread-safe.
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
      tell("drain");
      guard();
      tell("close");
      System.out.flush();
      System.err.flush();
      halt.accept(0);
    } catch (InstanceNotFoundException e) {
      // Not deployed yet, or no more: there is nothing to drain.
      stop(0);
    } catch (JMException e) {
      System.err.println("dffmpeg-coordinator: draining failed: " + e.getMessage());
      stop(0);
    }
  }

  private static void tell(String operation) throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .invoke(new ObjectName(APPLICATION), operation, new Object[0], new String[0]);
  }

  /** Ends the JVM with this exit code, or by force if its hooks do not come to an end. */
  void stop(int code) {
    guard();
    exit.accept(code);
  }

  private void guard() {
    Thread guard = new Thread(this::haltLater, "dffmpeg-shutdown-guard");
    guard.setDaemon(true);
    guard.start();
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
