package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** The assigned worker is alive. */
public final class WorkerHeartbeat {
  public WorkerHeartbeat(
      Transactions transactions,
      OwnedJobs owned,
      JobStore jobs,
      WorkerStore workers,
      Outbox outbox,
      Clock clock) {}

  /** Detail {@code Job already terminal} if so. Refusals: NOT_FOUND, FORBIDDEN, STALE_ATTEMPT. */
  public Outcome<CommandAnswer> run(WorkerId worker, JobId id, AttemptClaim claim) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
