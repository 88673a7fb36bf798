package org.dffmpeg.coordinator.core.registration;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.Cause;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.LoseWorker;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * A worker leaves, or is given up by an operator; what it held is free at once (PROTOCOL 5.4).
 * Thread-safe.
 */
public final class DeregisterWorker {
  private final Transactions transactions;
  private final WorkerStore workers;
  private final LoseWorker lose;
  private final Outbox outbox;
  private final Clock clock;

  public DeregisterWorker(
      Transactions transactions, WorkerStore workers, LoseWorker lose, Outbox outbox, Clock clock) {
    this.transactions = transactions;
    this.workers = workers;
    this.lose = lose;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A worker that was unknown is known, and offline, afterwards. Refusals: FORBIDDEN. */
  public Outcome<WorkerId> run(Caller caller, WorkerId id) {
    if (!caller.worker().equals(id)) {
      return Outcome.refused(
          ProblemCode.FORBIDDEN, "WorkerID does not match authenticated ClientID");
    }
    List<Job> lost = transactions.write(unit -> leave(workers.find(id).orElseGet(() -> add(id))));
    lose.run(lost, Cause.sweep(EndReason.WORKER_LOST, "worker " + id + " left"));
    return Outcome.ok(id);
  }

  /**
   * An administrator knows that its machine is gone: nobody waits for its leases any more. One that
   * is alive after all is refused with the jobs that it goes on with, and ends them. Refusals:
   * NOT_FOUND.
   */
  public Outcome<WorkerView> giveUp(Caller admin, WorkerId id) {
    Optional<List<Job>> lost = transactions.write(unit -> workers.find(id).map(this::leave));
    lost.ifPresent(jobs -> lose.run(jobs, Cause.givenUpBy(admin, id)));
    return transactions.read(
        unit ->
            workers
                .find(id)
                .map(worker -> Outcome.ok(worker.view()))
                .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND, "Worker not found")));
  }

  /** The jobs that it held. */
  private List<Job> leave(Worker seen) {
    ConflictException.unless(workers.replace(seen, seen.offline(clock.instant())), seen.id());
    outbox.stored().deleteTokens(seen.channel());
    return lose.heldFromBefore(seen.id(), Optional.empty());
  }

  private Worker add(WorkerId id) {
    Worker unknown = Worker.unknown(id, clock.instant());
    workers.insert(unknown);
    return unknown;
  }
}
