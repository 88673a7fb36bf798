package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Lists everybody's jobs for administrators: those active, and those ended within the window;
 * newest first.
 */
public final class FindAllJobs {
  public FindAllJobs(Transactions transactions, JobStore jobs, WorkerStore workers, Clock clock) {}

  /** At most {@code limit}. */
  public List<JobView> run(Duration window, int limit) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
