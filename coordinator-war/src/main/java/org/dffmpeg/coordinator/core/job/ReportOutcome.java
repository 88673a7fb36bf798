package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import org.dffmpeg.common.fleet.WorkerEvent;
import org.dffmpeg.common.fleet.WorkerLifecycle;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobEvent;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.metrics.Counter;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * The assigned worker says how the job ended. One that says that the job was lost with it has died,
 * or is about to: until it registers again it is offline, and gets no more jobs. Thread-safe.
 */
public final class ReportOutcome {
  private final Transactions transactions;
  private final OwnedJobs owned;
  private final WorkerStore workers;
  private final Move move;
  private final Meter meter;
  private final Clock clock;

  public ReportOutcome(
      Transactions transactions,
      OwnedJobs owned,
      WorkerStore workers,
      Move move,
      Meter meter,
      Clock clock) {
    this.transactions = transactions;
    this.owned = owned;
    this.workers = workers;
    this.move = move;
    this.meter = meter;
    this.clock = clock;
  }

  /**
   * A report about an ended job changes nothing and is answered ok, because old workers depend on
   * it (PROTOCOL 23.8); one that contradicts the end is counted. Refusals: NOT_FOUND, FORBIDDEN,
   * STALE_ATTEMPT.
   */
  public Outcome<CommandAnswer> run(WorkerId worker, JobId id, ReportStatus report) {
    return transactions.write(
        unit ->
            owned
                .find(id, worker, report.attempt())
                .then(job -> Outcome.ok(end(unit, job, worker, report))));
  }

  private CommandAnswer end(UnitOfWork unit, Job job, WorkerId worker, ReportStatus report) {
    JobEvent event = event(report);
    boolean ended = move.apply(unit, job, event, Cause.report(worker, report)).isPresent();
    if (ended && event == JobEvent.WORKER_LOST) {
      takeOffline(worker, job);
    }
    if (!ended && job.state() != report.status()) {
      unit.afterCommit(() -> meter.increment(Counter.REPORTS_IGNORED));
    }
    return CommandAnswer.OK;
  }

  /** Not a new process, which tells of the former one. */
  private void takeOffline(WorkerId id, Job lost) {
    workers
        .find(id)
        .filter(seen -> WorkerLifecycle.next(seen.state(), WorkerEvent.DEREGISTER).isPresent())
        .filter(seen -> seen.incarnation().equals(lost.attempt().incarnation()))
        .ifPresent(
            seen ->
                ConflictException.unless(workers.replace(seen, seen.offline(clock.instant())), id));
  }

  /** A worker that died and is back tells of what died with it: that is no failure of the job. */
  private static JobEvent event(ReportStatus report) {
    return report.reason() == EndReason.WORKER_LOST ? JobEvent.WORKER_LOST : event(report.status());
  }

  private static JobEvent event(JobState status) {
    return switch (status) {
      case COMPLETED -> JobEvent.REPORT_COMPLETED;
      case FAILED -> JobEvent.REPORT_FAILED;
      case CANCELED -> JobEvent.REPORT_CANCELED;
      case PENDING, ASSIGNED, RUNNING, CANCELING ->
          throw new IllegalArgumentException("not an end: " + status);
    };
  }
}
