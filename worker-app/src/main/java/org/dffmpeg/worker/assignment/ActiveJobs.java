package org.dffmpeg.worker.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.worker.execution.RunningJob;

/** The jobs that are here, and the slots they take (S3). Thread-safe. */
public final class ActiveJobs {
  private final Slots slots;
  private final Executor threads;
  private final Map<JobId, RunningJob> jobs = new ConcurrentHashMap<>();
  private Slots taken = Slots.NONE;

  /** No jobs yet, for so many at once. */
  public ActiveJobs(Slots slots, Executor threads) {
    this.slots = slots;
    this.threads = threads;
  }

  /** The job of that id that is here, also one that only has its report to deliver. */
  Optional<RunningJob> find(JobId id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** All that are here. */
  public Collection<RunningJob> all() {
    return List.copyOf(jobs.values());
  }

  /** Completes when all that are here now have ended. */
  public CompletableFuture<Void> ended() {
    return CompletableFuture.allOf(
        all().stream().map(RunningJob::ended).toArray(CompletableFuture[]::new));
  }

  /** Takes slots, to be used by {@link #start}; false if there are not so many. */
  synchronized boolean takeSlots(Slots wanted) {
    Slots next = taken.plus(wanted);
    if (!slots.cover(next)) {
      return false;
    }
    taken = next;
    return true;
  }

  /** Runs a job in the slots taken for it. */
  void start(RunningJob job, Slots held) {
    jobs.put(job.id(), job);
    CompletableFuture<Void> unusedSlot = job.released().thenRun(() -> giveSlots(held));
    CompletableFuture<Void> unusedEntry = job.ended().thenRun(() -> jobs.remove(job.id(), job));
    threads.execute(job);
  }

  private synchronized void giveSlots(Slots held) {
    taken = taken.minus(held);
  }
}
