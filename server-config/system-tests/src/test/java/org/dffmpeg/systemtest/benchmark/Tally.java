package org.dffmpeg.systemtest.benchmark;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.dffmpeg.systemtest.bars.Percentiles;
import org.dffmpeg.systemtest.fleet.RunListener;

/** Counts what simulated workers have done, and when each job began. Thread-safe. */
final class Tally implements RunListener {
  private final int inFlight;
  private final Semaphore room;
  private final LongAdder completed = new LongAdder();
  private final Map<String, Long> submitted = new ConcurrentHashMap<>();
  private final Map<String, Long> started = new ConcurrentHashMap<>();

  /** Lets so many jobs be under way. */
  Tally(int inFlight) {
    this.inFlight = inFlight;
    room = new Semaphore(inFlight);
  }

  /** Whether one more job may be submitted, now or after a moment. */
  boolean findsRoom() throws InterruptedException {
    return room.tryAcquire(1, TimeUnit.SECONDS);
  }

  /** Whether every job that found room has ended. */
  boolean isIdle() {
    return room.availablePermits() == inFlight;
  }

  /** The reading of the nano clock before a job was submitted. */
  void submitted(String job, long nanos) {
    submitted.put(job, nanos);
  }

  @Override
  public void started(String job, int attempt) {
    started.putIfAbsent(job, System.nanoTime());
  }

  @Override
  public void reported(String job, int attempt) {
    completed.increment();
    room.release();
  }

  @Override
  public void refused(String job, int attempt, String answer) {
    System.err.println("attempt " + attempt + " of job " + job + " was refused: " + answer);
  }

  @Override
  public void broken(Throwable fault) {
    System.err.println("a simulated worker failed: " + fault);
  }

  long completed() {
    return completed.sum();
  }

  /** Whether every job of which {@link #submitted} was told has begun. */
  boolean allStarted() {
    return started.keySet().containsAll(submitted.keySet());
  }

  /** From before the submit until the worker's accept was answered, once {@link #allStarted}. */
  Percentiles submitToRunning() {
    List<Duration> taken = new ArrayList<>();
    submitted.forEach(
        (job, nanos) -> taken.add(Duration.ofNanos(requireNonNull(started.get(job)) - nanos)));
    return Percentiles.of(taken);
  }

  /** Forgets the moments of jobs. */
  void forget() {
    submitted.clear();
    started.clear();
  }
}
