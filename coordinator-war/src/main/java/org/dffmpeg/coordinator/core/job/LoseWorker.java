package org.dffmpeg.coordinator.core.job;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobEvent;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Takes the jobs from a worker whose process is gone: it left, or is back as a new process. What
 * was not started goes back to the queue, what ran has failed (DESIGN "Leases, not sockets").
 * Thread-safe.
 */
public final class LoseWorker {
  private static final Logger LOG = System.getLogger(LoseWorker.class.getName());

  private final Transactions transactions;
  private final JobStore jobs;
  private final Move move;

  public LoseWorker(Transactions transactions, JobStore jobs, Move move) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.move = move;
  }

  /**
   * What the worker holds from former processes; called inside a unit.
   *
   * @param present the incarnation whose jobs it keeps; empty if it keeps none
   */
  public List<Job> heldFromBefore(WorkerId worker, Optional<String> present) {
    return jobs.heldBy(worker).stream()
        .filter(job -> present.isEmpty() || !job.attempt().incarnation().equals(present))
        .toList();
  }

  /**
   * Takes these jobs away, one transaction each: those that are still in the same attempt.
   *
   * @param cause why
   */
  public void run(List<Job> held, Cause cause) {
    held.forEach(job -> lose(job, cause));
  }

  private void lose(Job job, Cause cause) {
    try {
      transactions.write(
          unit ->
              jobs.find(job.id())
                  .filter(now -> now.attempt().number() == job.attempt().number())
                  .flatMap(now -> move.apply(unit, now, JobEvent.WORKER_LOST, cause)));
    } catch (ConflictException busy) {
      LOG.log(Level.WARNING, () -> "job " + job.id() + " is left to the leases: " + busy);
    }
  }
}
