package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;

/** Moves a job along its life cycle: the only code that does. */
public final class Move {
  public Move(
      JobStore jobs,
      WorkerStore workers,
      Outbox outbox,
      LeasePolicy leases,
      Meter meter,
      Clock clock) {}
}
