package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Lets the pending jobs into their lanes whose time has come. One transaction each, by
 * compare-and-set; any number of coordinators may run it. Thread-safe.
 */
public final class QueueDueJobs {
  private static final int PAGE = 200;

  private final Transactions transactions;
  private final JobStore jobs;
  private final Clock clock;

  public QueueDueJobs(Transactions transactions, JobStore jobs, Clock clock) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** One page of them; the next run lets in the rest. */
  public void run() {
    Instant now = clock.instant();
    List<JobId> due = transactions.read(unit -> jobs.dueToQueue(now, PAGE));
    due.forEach(this::enqueue);
  }

  private void enqueue(JobId id) {
    try {
      transactions.write(
          unit ->
              jobs.find(id)
                  .filter(job -> job.place().notBefore().isPresent())
                  .map(job -> jobs.replace(job, job.withPlace(job.place().due())))
                  .orElse(false));
    } catch (ConflictException letInMeanwhile) {
      // Another coordinator was first.
    }
  }
}
