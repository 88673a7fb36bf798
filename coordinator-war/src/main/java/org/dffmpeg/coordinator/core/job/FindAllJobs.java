package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Lists everybody's jobs for administrators: those active, and those ended within the window.
 * Thread-safe.
 */
public final class FindAllJobs {
  private final Transactions transactions;
  private final JobStore jobs;
  private final WorkerStore workers;
  private final Clock clock;

  public FindAllJobs(Transactions transactions, JobStore jobs, WorkerStore workers, Clock clock) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.workers = workers;
    this.clock = clock;
  }

  /** Newest first, at most {@code limit}. */
  public List<JobView> run(Duration window, int limit) {
    return transactions.read(
        unit -> JobViews.of(jobs.recent(clock.instant().minus(window), limit), workers));
  }
}
