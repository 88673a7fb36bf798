package org.dffmpeg.coordinator.core.registration;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.delivery.Transports;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.LoseWorker;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** A worker announces itself (PROTOCOL 11.1 to 11.3). */
public final class RegisterWorker {
  public RegisterWorker(
      Transactions transactions,
      WorkerStore workers,
      LoseWorker lose,
      Transports transports,
      Outbox outbox,
      CoordinatorPolicy policy,
      RandomGenerator random,
      Clock clock) {}

  /** Where it shall listen for its token. Refusals: FORBIDDEN, NO_SUPPORTED_TRANSPORT. */
  public Outcome<TransportOffer> run(
      Caller caller, org.dffmpeg.common.protocol.RegisterWorker request) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
