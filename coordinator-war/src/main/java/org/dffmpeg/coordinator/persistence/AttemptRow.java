package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.coordinator.core.job.EndedAttempt;
import org.dffmpeg.coordinator.core.job.JobEnd;
import org.jspecify.annotations.Nullable;

/** A row of {@code attempts}. Confined to one unit. */
@Entity
@Table(name = "attempts")
@IdClass(AttemptRow.Key.class)
class AttemptRow {
  @Id
  @Column(name = "job_id")
  String jobId;

  @Id
  @Column(name = "attempt")
  int attempt;

  @Column(name = "worker_id")
  String workerId;

  @Column(name = "assigned_at")
  Instant assignedAt;

  @Column(name = "started_at")
  @Nullable Instant startedAt;

  @Column(name = "ended_at")
  Instant endedAt;

  @Column(name = "reason")
  @Nullable String reason;

  @Column(name = "reason_detail")
  @Nullable String reasonDetail;

  @Column(name = "exit_code")
  @Nullable Integer exitCode;

  static AttemptRow of(EndedAttempt attempt) {
    AttemptRow row = new AttemptRow();
    JobEnd end = attempt.end();
    row.jobId = attempt.job().value();
    row.attempt = attempt.number();
    row.workerId = attempt.worker().value();
    row.assignedAt = attempt.assignedAt();
    row.startedAt = attempt.startedAt().orElse(null);
    row.endedAt = end.at();
    row.reason = end.reason().map(EndReason::wireName).orElse(null);
    row.reasonDetail = end.detail().orElse(null);
    row.exitCode = end.exitCode().isPresent() ? end.exitCode().getAsInt() : null;
    return row;
  }

  EndedAttempt toAttempt() {
    Integer code = exitCode;
    return new EndedAttempt(
        new JobId(jobId),
        attempt,
        new WorkerId(workerId),
        assignedAt,
        Optional.ofNullable(startedAt),
        new JobEnd(
            endedAt,
            code == null ? OptionalInt.empty() : OptionalInt.of(code),
            Optional.ofNullable(reason).flatMap(EndReason::ofWireName),
            Optional.ofNullable(reasonDetail)));
  }

  /** The primary key, in the form that Jakarta Persistence asks for. */
  static final class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    String jobId = "";
    int attempt;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && jobId.equals(key.jobId) && attempt == key.attempt;
    }

    @Override
    public int hashCode() {
      return 31 * jobId.hashCode() + attempt;
    }
  }
}
