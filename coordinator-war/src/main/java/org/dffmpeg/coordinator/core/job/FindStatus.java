package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dffmpeg.common.protocol.StatusView;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** What the dashboard shows (PROTOCOL 5.4 {@code /status/data}). Thread-safe. */
public final class FindStatus {
  private static final int MOST_JOBS = 50;
  private final Transactions transactions;
  private final JobStore jobs;
  private final WorkerStore workers;
  private final PauseStore pauses;
  private final JobViews views;
  private final Clock clock;

  public FindStatus(
      Transactions transactions,
      JobStore jobs,
      WorkerStore workers,
      PauseStore pauses,
      JobViews views,
      Clock clock) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.workers = workers;
    this.pauses = pauses;
    this.views = views;
    this.clock = clock;
  }

  /**
   * Workers and jobs that are active or were within the window; how many slots of each worker are
   * taken.
   */
  public StatusView run(Duration window) {
    Instant since = clock.instant().minus(window);
    return transactions.read(
        unit -> {
          List<Worker> present = workers.presentOrSeenSince(since);
          return new StatusView(
              present.stream().map(Worker::view).toList(),
              load(present),
              views.list(jobs.recent(since, MOST_JOBS)),
              pauses.find().isPresent(),
              List.of());
        });
  }

  private static Map<String, Integer> load(List<Worker> workers) {
    Map<String, Integer> load = new TreeMap<>();
    workers.stream()
        .filter(worker -> worker.slotsUsed().total() > 0)
        .forEach(worker -> load.put(worker.id().value(), worker.slotsUsed().total()));
    return load;
  }
}
