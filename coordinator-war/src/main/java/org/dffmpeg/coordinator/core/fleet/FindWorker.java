package org.dffmpeg.coordinator.core.fleet;

import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Shows one worker. */
public final class FindWorker {
  public FindWorker(Transactions transactions, WorkerStore workers) {}

  /** Refusals: NOT_FOUND. */
  public Outcome<WorkerView> run(WorkerId id) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
