package org.dffmpeg.coordinator.core.logs;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.delivery.Draft;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.OwnedJobs;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * Stores output that the assigned worker sends: one message on the job's channel per upload.
 * Thread-safe.
 */
public final class AppendLogs {
  private final Transactions transactions;
  private final OwnedJobs owned;
  private final JobStore jobs;
  private final Outbox outbox;
  private final Unstored unstored;
  private final UlidFactory ids;

  public AppendLogs(
      Transactions transactions, OwnedJobs owned, JobStore jobs, Outbox outbox, UlidFactory ids) {
    this.transactions = transactions;
    this.owned = owned;
    this.jobs = jobs;
    this.outbox = outbox;
    this.unstored = new Unstored(outbox.stored());
    this.ids = ids;
  }

  /**
   * Accepted in any state of the job; what is stored already is left out. Refusals: NOT_FOUND,
   * FORBIDDEN, STALE_ATTEMPT.
   */
  public Outcome<CommandAnswer> run(
      WorkerId worker, JobId id, org.dffmpeg.common.protocol.AppendLogs upload) {
    return transactions.write(
        unit ->
            owned
                .find(id, worker, upload.attempt())
                .then(job -> Outcome.ok(append(unit, job, worker, upload))));
  }

  private CommandAnswer append(
      UnitOfWork unit, Job job, WorkerId worker, org.dffmpeg.common.protocol.AppendLogs upload) {
    List<LogEntry> fresh = withIds(unstored.of(job, upload));
    if (!fresh.isEmpty()) {
      Draft draft =
          new Draft(
              Optional.of(worker.value()),
              job.spec().requester(),
              Optional.of(job.id()),
              new Payload.JobLogs(fresh));
      DownlinkMessage message = outbox.stamp(job.tail().message(), draft);
      Job.Tail tail =
          new Job.Tail(
              Optional.of(message.messageId()),
              Optional.ofNullable(fresh.get(fresh.size() - 1).id()));
      ConflictException.unless(jobs.replace(job, job.withTail(tail)), job.id());
      outbox.append(unit, job.channel(), message);
    }
    return CommandAnswer.OK;
  }

  private List<LogEntry> withIds(List<LogEntry> entries) {
    return entries.stream()
        .map(
            entry ->
                entry.id() != null
                    ? entry
                    : new LogEntry(ids.logId(), entry.stream(), entry.content(), entry.timestamp()))
        .toList();
  }
}
