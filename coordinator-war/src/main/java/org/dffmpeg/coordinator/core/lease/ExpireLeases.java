package org.dffmpeg.coordinator.core.lease;

import java.time.Clock;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.Move;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Ends what was silent for too long. */
public final class ExpireLeases {
  public ExpireLeases(
      Transactions transactions,
      JobStore jobs,
      WorkerStore workers,
      Move move,
      LeasePolicy leases,
      Meter meter,
      Clock clock) {}

  /** How much it ended. */
  public int run(ServicePresence presence, Janitor.Action action) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
