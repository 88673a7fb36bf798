package org.dffmpeg.coordinator.core.registration;

import java.time.Clock;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.LoseWorker;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** A worker leaves; what it held is free at once. */
public final class DeregisterWorker {
  public DeregisterWorker(
      Transactions transactions, WorkerStore workers, LoseWorker lose, Clock clock) {}

  /** Refusals: FORBIDDEN. */
  public Outcome<Worker> run(Caller caller, WorkerId id) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
