package org.dffmpeg.coordinator.core.fleet;

import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Shows one worker. Thread-safe. */
public final class FindWorker {
  private final Transactions transactions;
  private final WorkerStore workers;

  public FindWorker(Transactions transactions, WorkerStore workers) {
    this.transactions = transactions;
    this.workers = workers;
  }

  /** Refusals: NOT_FOUND. */
  public Outcome<WorkerView> run(WorkerId id) {
    return transactions.read(
        unit ->
            workers
                .find(id)
                .map(worker -> Outcome.ok(worker.view()))
                .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND, "Worker not found")));
  }
}
