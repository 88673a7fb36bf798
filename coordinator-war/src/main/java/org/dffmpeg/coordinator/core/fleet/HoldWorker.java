package org.dffmpeg.coordinator.core.fleet;

import java.util.Optional;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * An administrator keeps new jobs from a worker, or lets it have some again. What it holds runs on.
 * The hold survives the worker's restart. Thread-safe.
 */
public final class HoldWorker {
  private final Transactions transactions;
  private final WorkerStore workers;
  private final Outbox outbox;

  public HoldWorker(Transactions transactions, WorkerStore workers, Outbox outbox) {
    this.transactions = transactions;
    this.workers = workers;
    this.outbox = outbox;
  }

  /**
   * Repeated, it changes nothing. Refusals: NOT_FOUND.
   *
   * @param hold empty to let it have jobs again
   */
  public Outcome<WorkerView> run(WorkerId id, Optional<WorkerHold> hold) {
    return transactions.write(
        unit ->
            workers
                .find(id)
                .map(seen -> Outcome.ok(hold(unit, seen, hold).view()))
                .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND, "Worker not found")));
  }

  private Worker hold(UnitOfWork unit, Worker seen, Optional<WorkerHold> hold) {
    if (seen.hold().equals(hold)) {
      return seen;
    }
    Worker next = seen.withHold(hold);
    ConflictException.unless(workers.replace(seen, next), seen.id());
    if (hold.isEmpty()) {
      outbox.announceWork(unit);
    }
    return next;
  }
}
