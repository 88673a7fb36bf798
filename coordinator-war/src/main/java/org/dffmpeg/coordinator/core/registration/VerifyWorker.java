package org.dffmpeg.coordinator.core.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.dffmpeg.common.fleet.WorkerEvent;
import org.dffmpeg.common.fleet.WorkerLifecycle;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.Worker.Lease;
import org.dffmpeg.coordinator.core.fleet.Worker.Token;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * A worker sends its token back (PROTOCOL 11.4): it listens, and has heard everything up to the
 * token. Thread-safe.
 */
public final class VerifyWorker {
  private final Transactions transactions;
  private final WorkerStore workers;
  private final Outbox outbox;
  private final LeasePolicy leases;
  private final Clock clock;

  public VerifyWorker(
      Transactions transactions,
      WorkerStore workers,
      Outbox outbox,
      LeasePolicy leases,
      Clock clock) {
    this.transactions = transactions;
    this.workers = workers;
    this.outbox = outbox;
    this.leases = leases;
    this.clock = clock;
  }

  /**
   * The worker, online or draining. That the one who calls is this worker has been checked before.
   * Refusals: NOT_FOUND, NO_PENDING_REGISTRATION, INVALID_REGISTRATION_TOKEN.
   */
  public Outcome<Worker> run(WorkerId id, String token) {
    return transactions.write(
        unit ->
            workers
                .find(id)
                .map(worker -> verify(unit, worker, token))
                .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND, "Worker not found")));
  }

  private Outcome<Worker> verify(UnitOfWork unit, Worker seen, String text) {
    Optional<WorkerState> next = WorkerLifecycle.next(seen.state(), WorkerEvent.VERIFY);
    if (next.isEmpty() || seen.token().isEmpty()) {
      return Outcome.refused(
          ProblemCode.NO_PENDING_REGISTRATION, "No pending registration to verify");
    }
    Token token = seen.token().get();
    if (!isSame(token.text(), text)) {
      return Outcome.refused(ProblemCode.INVALID_REGISTRATION_TOKEN, "Invalid registration token");
    }
    return Outcome.ok(prove(unit, seen, next.get(), token));
  }

  private Worker prove(UnitOfWork unit, Worker seen, WorkerState state, Token token) {
    Lease proven = Lease.proven(clock.instant(), leases.workerLease(seen.registrationInterval()));
    Worker next = seen.verified(state, proven);
    ConflictException.unless(workers.replace(seen, next), seen.id());
    outbox.stored().deleteHeard(next.channel(), token.message());
    if (seen.state() != state) {
      outbox.announceWork(unit);
    }
    return next;
  }

  private static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
