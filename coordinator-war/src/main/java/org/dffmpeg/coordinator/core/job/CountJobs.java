package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import org.dffmpeg.common.protocol.MetricsView;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Counts jobs for {@code /metrics} (PROTOCOL 5.4). */
public final class CountJobs {
  public CountJobs(
      Transactions transactions,
      JobStore jobs,
      IdentityStore identities,
      CoordinatorPolicy policy,
      Clock clock) {}

  /** Zeroes for every allowed binary and every identity with the role of a worker. */
  public MetricsView run() {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
