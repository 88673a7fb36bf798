package org.dffmpeg.coordinator.core.registration;

import java.time.Clock;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** A worker sends its token back: it listens. */
public final class VerifyWorker {
  public VerifyWorker(
      Transactions transactions,
      WorkerStore workers,
      Outbox outbox,
      LeasePolicy leases,
      WakeupBus bus,
      Clock clock) {}

  /**
   * Refusals: NOT_FOUND, NO_PENDING_REGISTRATION, INVALID_REGISTRATION_TOKEN. That the caller is
   * this worker is checked by the caller of this method.
   */
  public Outcome<Worker> run(WorkerId id, String token) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
