package org.dffmpeg.coordinator.core.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Finds what the policy gives up, and deletes it chunk by chunk. Thread-safe. */
public final class PurgeOld {
  private final Transactions transactions;
  private final RetentionStore store;
  private final RetentionPolicy policy;
  private final Clock clock;

  public PurgeOld(
      Transactions transactions, RetentionStore store, RetentionPolicy policy, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Where a sweep begins, and what it leaves alone: its bounds do not move while it runs.
   *
   * @param checkpoint where an earlier run of the same sweep was interrupted
   */
  public Backlog begin(Sweep sweep, Optional<Aged> checkpoint) {
    return transactions.read(
        unit -> {
          Aged mark = store.mark(sweep);
          Aged start = checkpoint.filter(place -> place.compareTo(mark) > 0).orElse(mark);
          return new Backlog(this, sweep, start, cutoff(sweep, clock.instant()));
        });
  }

  private Instant cutoff(Sweep sweep, Instant now) {
    Stream<Instant> byAge = policy.cutoff(sweep, now).stream();
    Stream<Instant> byCount =
        sweep == Sweep.JOBS && policy.mostJobs() > 0
            ? store.oldestOfNewest(policy.mostJobs()).stream()
                .map(oldest -> RetentionPolicy.cutoffByCount(oldest, now))
            : Stream.empty();
    return Stream.concat(byAge, byCount).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  List<Aged> page(Sweep sweep, Aged cursor, Instant before, int limit) {
    return transactions.read(
        unit ->
            sweep == Sweep.WORKERS
                ? store.offlineWorkers(cursor, before, limit)
                : store.endedJobs(cursor, before, limit));
  }

  /** Deletes one chunk, in the order in which the backlog gave it; one transaction. */
  public void delete(Sweep sweep, List<Aged> chunk) {
    if (chunk.isEmpty()) {
      return;
    }
    transactions.write(
        unit -> {
          switch (sweep) {
            case LOGS -> store.deleteLogs(jobs(chunk));
            case MESSAGES -> store.deleteNews(jobs(chunk));
            case JOBS -> store.deleteEnded(jobs(chunk));
            case WORKERS -> chunk.forEach(this::deleteWorker);
          }
          if (sweep == Sweep.LOGS || sweep == Sweep.MESSAGES) {
            store.moveMark(sweep, chunk.get(chunk.size() - 1));
          }
          return chunk;
        });
  }

  /** Whoever was seen again since it was read, stays. */
  private void deleteWorker(Aged worker) {
    store.deleteOffline(new WorkerId(worker.id()), worker.since());
  }

  /** In the order of ids: whoever locks several jobs takes them so. */
  private static List<JobId> jobs(List<Aged> chunk) {
    return chunk.stream().map(aged -> new JobId(aged.id())).sorted().toList();
  }
}
