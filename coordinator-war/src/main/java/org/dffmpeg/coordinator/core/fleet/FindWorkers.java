package org.dffmpeg.coordinator.core.fleet;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Lists the workers that are present or were within the window. Thread-safe. */
public final class FindWorkers {
  private final Transactions transactions;
  private final WorkerStore workers;
  private final Clock clock;

  public FindWorkers(Transactions transactions, WorkerStore workers, Clock clock) {
    this.transactions = transactions;
    this.workers = workers;
    this.clock = clock;
  }

  /** Ordered as PROTOCOL 5.4 says. */
  public List<WorkerView> run(Duration window) {
    return transactions.read(
        unit ->
            workers.presentOrSeenSince(clock.instant().minus(window)).stream()
                .map(Worker::line)
                .toList());
  }
}
