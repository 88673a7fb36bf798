package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Lists everybody's jobs for administrators: those active, and those ended within the window.
 * Thread-safe.
 */
public final class FindAllJobs {
  private final Transactions transactions;
  private final JobStore jobs;
  private final JobViews views;
  private final Clock clock;

  public FindAllJobs(Transactions transactions, JobStore jobs, JobViews views, Clock clock) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.views = views;
    this.clock = clock;
  }

  /** Newest first, at most {@code limit}. */
  public List<JobView> run(Duration window, int limit) {
    return transactions.read(unit -> views.list(jobs.recent(clock.instant().minus(window), limit)));
  }
}
