package org.dffmpeg.coordinator.persistence;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.coordinator.core.job.Attempt;
import org.dffmpeg.coordinator.core.job.Cancellation;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobEnd;
import org.dffmpeg.coordinator.core.job.Place;
import org.dffmpeg.coordinator.core.job.Watch;

/** Jobs to rows and back. Pure. */
final class JobRows {
  private JobRows() {}

  static JobRow of(Job job) {
    JobRow row = withoutSpec(job);
    row.spec = JobSpecColumns.of(job.spec());
    return row;
  }

  /** What of a job can change. */
  static JobRow withoutSpec(Job job) {
    JobRow row = new JobRow();
    row.jobId = job.id().value();
    row.state = job.state().wireName();
    row.lastUpdate = job.lastUpdate();
    row.monitored = job.watch().monitored();
    row.clientLastSeen = job.watch().lastSeen().orElse(null);
    row.clientDeadline = job.watch().deadline().orElse(null);
    row.lastMessageId = job.tail().message().map(MessageId::value).orElse(null);
    row.lastLogId = job.tail().log().map(LogId::value).orElse(null);
    row.runDeadline = job.runDeadline().orElse(null);
    row.rowVersion = job.version();
    writePlace(job, row);
    writeAttempt(job.attempt(), row);
    writeEnd(job, row);
    return row;
  }

  private static void writePlace(Job job, JobRow row) {
    row.jobClass = job.place().jobClass().wireName();
    row.priority = job.place().priority();
    row.lane = job.lane();
    row.notBefore = job.place().notBefore().orElse(null);
    row.queueDeadline = job.place().deadline().orElse(null);
  }

  private static void writeAttempt(Attempt attempt, JobRow row) {
    row.attempt = attempt.number();
    row.workerId = attempt.worker().map(WorkerId::value).orElse(null);
    row.lastWorkerId = attempt.lastWorker().map(WorkerId::value).orElse(null);
    row.incarnation = attempt.incarnation().orElse(null);
    row.workerLastSeen = attempt.lastSeen().orElse(null);
    row.assignedAt = attempt.assignedAt().orElse(null);
    row.startedAt = attempt.startedAt().orElse(null);
    row.failedOn = Texts.ofList(attempt.failedOn().stream().map(WorkerId::value).toList());
    row.outputs = Texts.ofNumbers(attempt.outputs());
    row.rejections = attempt.rejections();
  }

  /** The reason is that of the end, or of the cancellation that leads there. */
  private static void writeEnd(Job job, JobRow row) {
    row.endedAt = JobRow.NOT_ENDED;
    job.cancellation()
        .ifPresent(
            wanted -> {
              row.cancelDeadline = wanted.deadline();
              row.reason = wanted.reason().wireName();
              row.reasonDetail = wanted.detail();
            });
    job.end()
        .ifPresent(
            end -> {
              row.endedAt = end.at();
              row.exitCode = end.exitCode().isPresent() ? end.exitCode().getAsInt() : null;
              row.reason = end.reason().map(EndReason::wireName).orElse(null);
              row.reasonDetail = end.detail().orElse(null);
            });
  }

  static Job toJob(JobRow row) {
    return new Job(
        new JobId(row.jobId),
        row.spec.toSpec(),
        state(row),
        place(row),
        row.lastUpdate,
        attempt(row),
        new Watch(
            row.monitored,
            Optional.ofNullable(row.clientLastSeen),
            Optional.ofNullable(row.clientDeadline)),
        cancellation(row),
        end(row),
        new Job.Tail(
            Optional.ofNullable(row.lastMessageId).map(MessageId::new),
            Optional.ofNullable(row.lastLogId).map(LogId::new)),
        row.rowVersion);
  }

  private static JobState state(JobRow row) {
    return JobState.ofWireName(row.state)
        .orElseThrow(() -> new IllegalStateException(row.jobId + " is " + row.state));
  }

  private static Place place(JobRow row) {
    return new Place(
        JobClass.ofWireName(row.jobClass)
            .orElseThrow(() -> new IllegalStateException(row.jobId + " is " + row.jobClass)),
        row.priority,
        Optional.ofNullable(row.notBefore),
        Optional.ofNullable(row.queueDeadline));
  }

  private static Attempt attempt(JobRow row) {
    return new Attempt(
        row.attempt,
        Optional.ofNullable(row.workerId).map(WorkerId::new),
        Optional.ofNullable(row.lastWorkerId).map(WorkerId::new),
        Optional.ofNullable(row.incarnation),
        Optional.ofNullable(row.workerLastSeen),
        Optional.ofNullable(row.assignedAt),
        Optional.ofNullable(row.startedAt),
        Texts.toList(row.failedOn).stream().map(WorkerId::new).toList(),
        Texts.toNumbers(row.outputs),
        row.rejections);
  }

  private static Optional<Cancellation> cancellation(JobRow row) {
    return Optional.ofNullable(row.cancelDeadline)
        .map(
            deadline ->
                new Cancellation(
                    deadline,
                    reason(row).orElse(EndReason.CANCELED_BY),
                    Optional.ofNullable(row.reasonDetail).orElse("")));
  }

  private static Optional<JobEnd> end(JobRow row) {
    Integer code = row.exitCode;
    Instant at = row.endedAt;
    return at.equals(JobRow.NOT_ENDED)
        ? Optional.empty()
        : Optional.of(
            new JobEnd(
                at,
                code == null ? OptionalInt.empty() : OptionalInt.of(code),
                reason(row),
                Optional.ofNullable(row.reasonDetail)));
  }

  private static Optional<EndReason> reason(JobRow row) {
    return Optional.ofNullable(row.reason).flatMap(EndReason::ofWireName);
  }
}
