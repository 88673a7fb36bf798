package org.dffmpeg.coordinator.launch;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.ObjectName;
import javax.management.RuntimeErrorException;
import javax.management.RuntimeMBeanException;

/**
 * The end of the process in order: the application drains (health 503, streams ended, requests
 * answered) and closes its database, then the JVM ends with exit code 0. The server is not stopped:
 * it would take the application away before it closes the port, and answer peers in between with a
 * 404 of its own, which says that their jobs do not exist. A second signal, or an end that takes
 * longer than {@link #LONGEST}, or than {@link #DEADLINE} after the drain, ends it at once with
 * {@value #FORCED}. Thread-safe.
 */
final class Shutdown {
  /** Beyond the drain itself. */
  static final Duration DEADLINE = Duration.ofSeconds(15);

  /** With the longest delay there is for load balancers; sooner than systemd loses patience. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

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
    guard(LONGEST);
    try {
      tell("drain");
      guard(DEADLINE);
      tell("close");
      System.out.flush();
      System.err.flush();
      halt.accept(0);
    } catch (InstanceNotFoundException e) {
      // Not deployed yet, or no more: there is nothing to drain.
      stop(0);
    } catch (JMException e) {
      complain(e);
      stop(0);
    }
  }

  /** What the application fails at does not keep it from its end. */
  private static void tell(String operation) throws JMException {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(new ObjectName(APPLICATION), operation, new Object[0], new String[0]);
    } catch (MBeanException | RuntimeMBeanException | RuntimeErrorException e) {
      complain(e);
    }
  }

  private static void complain(Exception e) {
    System.err.println("dffmpeg-coordinator: the end is not in order: " + e.getMessage());
  }

  /** Ends the JVM with this exit code, or by force if its hooks do not come to an end. */
  void stop(int code) {
    guard(DEADLINE);
    exit.accept(code);
  }

  private void guard(Duration limit) {
    Thread guard = new Thread(() -> haltAfter(limit), "dffmpeg-shutdown-guard");
    guard.setDaemon(true);
    guard.start();
  }

  private void haltAfter(Duration limit) {
    try {
      new CountDownLatch(1).await(limit.toMillis(), TimeUnit.MILLISECONDS);
      halt.accept(FORCED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
