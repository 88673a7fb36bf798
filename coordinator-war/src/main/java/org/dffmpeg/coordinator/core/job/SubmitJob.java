package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.Transports;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Takes a job into the queue (PROTOCOL 5.4). */
public final class SubmitJob {
  public SubmitJob(
      Transactions transactions,
      JobStore jobs,
      Transports transports,
      CoordinatorPolicy policy,
      UlidFactory ids,
      Clock clock,
      WakeupBus bus,
      Meter meter) {}

  /**
   * The pending job, or the job that the same key and request made before. Refusals:
   * UNSUPPORTED_BINARY, NO_SUPPORTED_TRANSPORT, IDEMPOTENCY_CONFLICT.
   */
  public Outcome<JobView> run(Caller caller, org.dffmpeg.common.protocol.SubmitJob request) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
