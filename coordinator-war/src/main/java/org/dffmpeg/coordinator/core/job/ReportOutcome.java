package org.dffmpeg.coordinator.core.job;

import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobEvent;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.metrics.Counter;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/** The assigned worker says how the job ended. Thread-safe. */
public final class ReportOutcome {
  private final Transactions transactions;
  private final OwnedJobs owned;
  private final Move move;
  private final Meter meter;

  public ReportOutcome(Transactions transactions, OwnedJobs owned, Move move, Meter meter) {
    this.transactions = transactions;
    this.owned = owned;
    this.move = move;
    this.meter = meter;
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
    boolean ended = move.apply(unit, job, event(report), Cause.report(worker, report)).isPresent();
    if (!ended && job.state() != report.status()) {
      unit.afterCommit(() -> meter.increment(Counter.REPORTS_IGNORED));
    }
    return CommandAnswer.OK;
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
