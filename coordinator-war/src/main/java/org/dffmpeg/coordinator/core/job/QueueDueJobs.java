package org.dffmpeg.coordinator.core.job;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Lets the pending jobs into their lanes whose time has come. One transaction each, by
 * compare-and-set; any number of coordinators may run it. Thread-safe.
 */
public final class QueueDueJobs {
  private static final Logger LOG = System.getLogger(QueueDueJobs.class.getName());
  private static final int PAGE = 200;

  private final Transactions transactions;
  private final JobStore jobs;
  private final Clock clock;

  public QueueDueJobs(Transactions transactions, JobStore jobs, Clock clock) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** All of them, page by page; the next run tries again those that could not be let in. */
  public void run() {
    Instant now = clock.instant();
    boolean more = true;
    while (more) {
      List<JobId> due = transactions.read(unit -> jobs.dueToQueue(now, PAGE));
      long letIn = due.stream().filter(this::enqueue).count();
      more = due.size() == PAGE && letIn > 0;
    }
  }

  private boolean enqueue(JobId id) {
    try {
      return transactions.write(
          unit ->
              jobs.find(id)
                  .filter(job -> job.place().notBefore().isPresent())
                  .map(job -> jobs.replace(job, job.withPlace(job.place().due())))
                  .orElse(false));
    } catch (ConflictException letInMeanwhile) {
      return false;
    } catch (StoreUnavailable away) {
      throw away;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, () -> "job " + id + " cannot be queued, the others are", e);
      return false;
    }
  }
}
