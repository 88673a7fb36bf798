package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.coordinator.core.fleet.Pause;

/**
 * The one row of {@code queue_pause}, there as long as the queue is paused. Confined to one unit.
 */
@Entity
@Table(name = "queue_pause")
class PauseRow {
  static final int ID = 1;

  @Id
  @Column(name = "id")
  int id = ID;

  @Column(name = "paused_by")
  String pausedBy;

  @Column(name = "paused_at")
  Instant pausedAt;

  static PauseRow of(Pause pause) {
    PauseRow row = new PauseRow();
    row.pausedBy = pause.by().value();
    row.pausedAt = pause.since();
    return row;
  }

  Pause toPause() {
    return new Pause(new ClientId(pausedBy), pausedAt);
  }
}
