package org.dffmpeg.worker.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dffmpeg.worker.lease.Lease;

/** Waits for the end of a process, and barks when there is a reason to end it. Immutable. */
record Watchdog(Lease lease) {

  /** Why it has to end now. */
  record Alarm(StopCause cause, String sentence) {}

  /** Returns when {@code end} is done, with nothing, or when there is an alarm. */
  Optional<Alarm> await(CompletableFuture<?> end) throws InterruptedException {
    while (!end.isDone()) {
      Optional<Alarm> alarm = due();
      if (alarm.isPresent()) {
        return alarm;
      }
      waitFor(end, left());
    }
    return Optional.empty();
  }

  private Optional<Alarm> due() {
    if (lease.left().isZero()) {
      String silence = lease.silence().toSeconds() + " s";
      return Optional.of(
          new Alarm(StopCause.LEASE_EXPIRED, "no heartbeat was answered for " + silence));
    }
    return Optional.empty();
  }

  private Duration left() {
    return lease.left();
  }

  private static void waitFor(CompletableFuture<?> end, Duration most) throws InterruptedException {
    try {
      end.get(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // Whoever waits looks again.
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for a process", e);
    }
  }
}
