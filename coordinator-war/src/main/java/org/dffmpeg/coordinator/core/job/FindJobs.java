package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Lists the caller's jobs: those active, and those ended within the window. Thread-safe. */
public final class FindJobs {
  private final Transactions transactions;
  private final JobStore jobs;
  private final JobViews views;
  private final Clock clock;

  public FindJobs(Transactions transactions, JobStore jobs, JobViews views, Clock clock) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.views = views;
    this.clock = clock;
  }

  /** Newest first, at most {@code limit}; older than the cursor if there is one. */
  public List<JobView> run(
      ClientId requester, Duration window, Optional<JobId> olderThan, int limit) {
    return transactions.read(
        unit ->
            views.list(
                jobs.ofRequester(requester, clock.instant().minus(window), olderThan, limit)));
  }
}
