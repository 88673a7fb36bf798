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
  /** Of one transaction: it must be over long before the driver or the memory gives up on it. */
  static final int MOST_ROWS = 5_000;

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

  /**
   * Deletes one chunk, in the order in which the backlog gave it. An encode of some hours has left
   * a hundred thousand rows of output: so it takes as many transactions as there are rows.
   */
  public void delete(Sweep sweep, List<Aged> chunk) {
    List<Aged> left = chunk;
    while (!left.isEmpty()) {
      List<Aged> next = left;
      int done = transactions.write(unit -> deleteSome(sweep, next));
      left = next.subList(done, next.size());
    }
  }

  /** The number of those of which nothing is left. */
  private int deleteSome(Sweep sweep, List<Aged> chunk) {
    int rows = MOST_ROWS;
    int done = 0;
    while (done < chunk.size() && rows > 0) {
      rows -= deleteRows(sweep, chunk.get(done), rows);
      done += rows > 0 ? 1 : 0;
    }
    if (done > 0) {
      finish(sweep, chunk.subList(0, done));
    }
    return done;
  }

  private int deleteRows(Sweep sweep, Aged aged, int most) {
    return switch (sweep) {
      case LOGS -> store.deleteLogs(new JobId(aged.id()), most);
      case MESSAGES -> store.deleteNews(new JobId(aged.id()), most);
      case JOBS -> store.deleteMessages(new JobId(aged.id()), most);
      case WORKERS -> 0;
    };
  }

  private void finish(Sweep sweep, List<Aged> done) {
    switch (sweep) {
      case LOGS, MESSAGES -> store.moveMark(sweep, done.get(done.size() - 1));
      case JOBS -> store.deleteEnded(jobs(done));
      case WORKERS -> done.forEach(this::deleteWorker);
    }
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
