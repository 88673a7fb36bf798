package org.dffmpeg.worker.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.dffmpeg.worker.lease.Lease;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the end of a process, and barks when there is a reason to end it: its lease is over, it
 * ran too long, or it was silent for too long. Confined to one thread.
 */
final class Watchdog {
  private static final Duration NO_LIMIT = Duration.ofHours(1);

  private final List<Limit> limits = new ArrayList<>();

  private record Limit(StopCause cause, Supplier<Duration> left, Supplier<String> sentence) {}

  /** Why it has to end now. */
  record Alarm(StopCause cause, String sentence) {}

  /** It may run as long as the lease lasts. */
  Watchdog within(Lease lease) {
    limits.add(
        new Limit(
            StopCause.LEASE_EXPIRED,
            lease::left,
            () -> "no heartbeat was answered for " + lease.silence().toSeconds() + " s"));
    return this;
  }

  /**
   * It may run so long.
   *
   * @param seconds null for no limit
   * @param running for how long it has
   */
  Watchdog runningAtMost(@Nullable Integer seconds, Supplier<Duration> running) {
    return limit(StopCause.RUN_TIMEOUT, seconds, running, "ran longer than its run_timeout of ");
  }

  /**
   * It may be silent so long.
   *
   * @param seconds null for no limit
   * @param silence for how long it has; time in which it could not be heard does not count
   */
  Watchdog silentAtMost(@Nullable Integer seconds, Supplier<Duration> silence) {
    return limit(StopCause.STALLED, seconds, silence, "no output and no progress for ");
  }

  private Watchdog limit(
      StopCause cause, @Nullable Integer seconds, Supplier<Duration> spent, String what) {
    if (seconds != null) {
      Duration most = Duration.ofSeconds(seconds);
      limits.add(new Limit(cause, () -> most.minus(spent.get()), () -> what + seconds + " s"));
    }
    return this;
  }

  /** What is due now. */
  Optional<Alarm> alarm() {
    return limits.stream()
        .filter(limit -> isOver(limit.left().get()))
        .findFirst()
        .map(limit -> new Alarm(limit.cause(), limit.sentence().get()));
  }

  /** Returns when {@code end} is done, with nothing, or when there is an alarm. */
  Optional<Alarm> await(CompletableFuture<?> end) throws InterruptedException {
    while (!end.isDone()) {
      Optional<Alarm> due = alarm();
      if (due.isPresent()) {
        return due;
      }
      waitFor(end, left());
    }
    return Optional.empty();
  }

  private static boolean isOver(Duration left) {
    return left.isZero() || left.isNegative();
  }

  /** How long nothing can be due. */
  private Duration left() {
    return limits.stream()
        .map(limit -> limit.left().get())
        .min(Comparator.naturalOrder())
        .filter(left -> left.compareTo(NO_LIMIT) < 0)
        .orElse(NO_LIMIT);
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
