package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.dffmpeg.coordinator.core.lease.ServicePresence;

/** The one row of {@code service_presence}. Confined to one unit. */
@Entity
@Table(name = "service_presence")
class PresenceRow {
  static final int ID = 1;

  @Id
  @Column(name = "id")
  int id = ID;

  @Column(name = "last_tick")
  Instant lastTick;

  @Column(name = "resumed_at")
  Instant resumedAt;

  @Column(name = "row_version")
  long rowVersion;

  static PresenceRow of(ServicePresence presence) {
    PresenceRow row = new PresenceRow();
    row.lastTick = presence.lastTick();
    row.resumedAt = presence.resumedAt();
    row.rowVersion = presence.version();
    return row;
  }

  ServicePresence toPresence() {
    return new ServicePresence(lastTick, resumedAt, rowVersion);
  }
}
