package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** The client still waits for the job. */
public final class ClientHeartbeat {
  public ClientHeartbeat(
      Transactions transactions, JobStore jobs, Outbox outbox, LeasePolicy leases, Clock clock) {}

  /**
   * Sets the monitor flag if given; of an ended job it sends the final state again, with detail
   * {@code Job already finished}. Refusals: NOT_FOUND, FORBIDDEN.
   */
  public Outcome<CommandAnswer> run(Caller caller, JobId id, Optional<Boolean> monitor) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
