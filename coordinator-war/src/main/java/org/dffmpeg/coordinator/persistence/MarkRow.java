package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.dffmpeg.coordinator.core.retention.Aged;
import org.dffmpeg.coordinator.core.retention.Sweep;

/** A row of {@code retention_marks}: up to where a sweep has deleted. Confined to one unit. */
@Entity
@Table(name = "retention_marks")
class MarkRow {
  @Id
  @Column(name = "sweep")
  String sweep;

  @Column(name = "ended_at")
  Instant endedAt;

  @Column(name = "job_id")
  String jobId;

  static MarkRow of(Sweep sweep, Aged through) {
    MarkRow row = new MarkRow();
    row.sweep = sweep.wireName();
    row.endedAt = through.since();
    row.jobId = through.id();
    return row;
  }

  Aged toAged() {
    return new Aged(endedAt, jobId);
  }
}
