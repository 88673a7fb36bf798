package org.dffmpeg.coordinator.core.registration;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.common.protocol.WorkerAccepted;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.Draft;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.delivery.Transports;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.Worker.Token;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.Cause;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.LoseWorker;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * A worker announces itself and is sent a token (PROTOCOL 11.1 to 11.3). The token is stored like
 * any message, so it needs no delay: it waits until the worker listens. Thread-safe.
 */
public final class RegisterWorker {
  private static final int TOKEN_BYTES = 32;
  private final Transactions transactions;
  private final WorkerStore workers;
  private final LoseWorker lose;
  private final Transports transports;
  private final Outbox outbox;
  private final CoordinatorPolicy policy;
  private final RandomGenerator random;
  private final Clock clock;

  /**
   * Makes the use case.
   *
   * @param random cryptographically strong: it makes the tokens
   */
  public RegisterWorker(
      Transactions transactions,
      WorkerStore workers,
      LoseWorker lose,
      Transports transports,
      Outbox outbox,
      CoordinatorPolicy policy,
      RandomGenerator random,
      Clock clock) {
    this.transactions = transactions;
    this.workers = workers;
    this.lose = lose;
    this.transports = transports;
    this.outbox = outbox;
    this.policy = policy;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Where the worker shall listen, and whether it shall register again with what it can. A worker
   * that is back as a new process loses at once what its former process held. Refusals: FORBIDDEN,
   * NO_SUPPORTED_TRANSPORT.
   */
  public Outcome<WorkerAccepted> run(
      Caller caller, org.dffmpeg.common.protocol.RegisterWorker request) {
    if (!caller.worker().equals(request.workerId())) {
      return Outcome.refused(
          ProblemCode.FORBIDDEN, "WorkerID does not match authenticated ClientID");
    }
    Optional<TransportOffer> offer = transports.forWorker(request.supportedTransports());
    if (offer.isEmpty()) {
      return Outcome.refused(
          ProblemCode.NO_SUPPORTED_TRANSPORT,
          "No supported transports in: " + String.join(", ", request.supportedTransports()));
    }
    Registered registered = transactions.write(unit -> register(unit, request));
    lose.run(
        registered.lost(),
        Cause.sweep(
            EndReason.WORKER_LOST, "worker " + request.workerId() + " came back as a new process"));
    return Outcome.ok(new WorkerAccepted(offer.get(), registered.wantsCapabilities()));
  }

  /** The jobs that the worker's former process held, and whether it shall say what it can. */
  private record Registered(List<Job> lost, boolean wantsCapabilities) {}

  private Registered register(UnitOfWork unit, org.dffmpeg.common.protocol.RegisterWorker request) {
    Worker seen = workers.find(request.workerId()).orElseGet(() -> add(request.workerId()));
    Registration registration = new Registration(seen, request, policy, clock.instant());
    String text = randomText();
    DownlinkMessage message = outbox.stamp(seen.lastMessageId(), draft(seen.id(), text));
    Worker next = registration.next(new Token(text, message.messageId()));
    ConflictException.unless(workers.replace(seen, next), seen.id());
    deliver(unit, registration, next, message);
    List<Job> lost =
        request.incarnation() == null
            ? List.of()
            : lose.heldFromBefore(next.id(), next.incarnation());
    return new Registered(lost, registration.wantsCapabilities());
  }

  private void deliver(
      UnitOfWork unit, Registration registration, Worker next, DownlinkMessage message) {
    if (registration.isNewProcess()) {
      outbox.stored().markUnsent(next.channel());
    }
    outbox.stored().deleteTokens(next.channel());
    outbox.append(unit, next.channel(), message);
    if (next.state() == WorkerState.ONLINE && registration.offersMore(next)) {
      outbox.announceWork(unit);
    }
  }

  private Worker add(WorkerId id) {
    Worker unknown = Worker.unknown(id, clock.instant());
    workers.insert(unknown);
    return unknown;
  }

  private static Draft draft(WorkerId worker, String token) {
    return new Draft(
        Optional.empty(),
        worker.identity(),
        Optional.empty(),
        new Payload.VerifyRegistration(token));
  }

  private String randomText() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
