package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Lists the caller's jobs: those active, and those ended within the window; newest first. */
public final class FindJobs {
  public FindJobs(Transactions transactions, JobStore jobs, WorkerStore workers, Clock clock) {}

  /** At most {@code limit}, older than the cursor if there is one. */
  public List<JobView> run(
      ClientId requester, Duration window, Optional<JobId> olderThan, int limit) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
