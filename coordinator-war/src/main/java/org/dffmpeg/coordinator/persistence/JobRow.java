package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code jobs}: flat, and knows no rule; {@link JobRows} maps it. Confined to one unit.
 */
@Entity
@Table(name = "jobs")
class JobRow {
  /** What {@code ended_at} says of a job that has not ended. */
  static final Instant NOT_ENDED = Instant.parse("9999-12-31T00:00:00Z");

  @Id
  @Column(name = "job_id")
  String jobId;

  @Embedded JobSpecColumns spec = new JobSpecColumns();

  @Column(name = "state")
  String state;

  @Column(name = "job_class")
  String jobClass;

  @Column(name = "priority")
  int priority;

  @Column(name = "lane")
  String lane;

  @Column(name = "not_before")
  @Nullable Instant notBefore;

  @Column(name = "queue_deadline")
  @Nullable Instant queueDeadline;

  @Column(name = "last_update")
  Instant lastUpdate;

  @Column(name = "attempt")
  int attempt;

  @Column(name = "worker_id")
  @Nullable String workerId;

  @Column(name = "last_worker_id")
  @Nullable String lastWorkerId;

  @Column(name = "incarnation")
  @Nullable String incarnation;

  @Column(name = "worker_last_seen")
  @Nullable Instant workerLastSeen;

  @Column(name = "assigned_at")
  @Nullable Instant assignedAt;

  @Column(name = "started_at")
  @Nullable Instant startedAt;

  @Column(name = "failed_on")
  String failedOn;

  @Column(name = "outputs")
  String outputs;

  @Column(name = "rejections")
  int rejections;

  @Column(name = "run_deadline")
  @Nullable Instant runDeadline;

  @Column(name = "monitored")
  boolean monitored;

  @Column(name = "client_last_seen")
  @Nullable Instant clientLastSeen;

  @Column(name = "client_deadline")
  @Nullable Instant clientDeadline;

  @Column(name = "cancel_deadline")
  @Nullable Instant cancelDeadline;

  @Column(name = "ended_at")
  Instant endedAt;

  @Column(name = "exit_code")
  @Nullable Integer exitCode;

  @Column(name = "reason")
  @Nullable String reason;

  @Column(name = "reason_detail")
  @Nullable String reasonDetail;

  @Column(name = "last_message_id")
  @Nullable String lastMessageId;

  @Column(name = "last_log_id")
  @Nullable String lastLogId;

  @Column(name = "sent_through")
  @Nullable String sentThrough;

  @Column(name = "sent_at")
  @Nullable Instant sentAt;

  @Column(name = "row_version")
  long rowVersion;
}
