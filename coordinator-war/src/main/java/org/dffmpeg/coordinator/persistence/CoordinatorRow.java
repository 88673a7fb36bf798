package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.coordinator.core.cluster.Coordinator;

/** A row of {@code coordinators}. Confined to one unit. */
@Entity
@Table(name = "coordinators")
class CoordinatorRow {
  @Id
  @Column(name = "coordinator_id")
  String coordinatorId;

  @Column(name = "address")
  String address;

  @Column(name = "version")
  String version;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "last_seen")
  Instant lastSeen;

  static CoordinatorRow of(Coordinator coordinator) {
    CoordinatorRow row = new CoordinatorRow();
    row.coordinatorId = coordinator.id().value();
    row.address = coordinator.address();
    row.version = coordinator.version();
    row.startedAt = coordinator.startedAt();
    row.lastSeen = coordinator.lastSeen();
    return row;
  }

  Coordinator toCoordinator() {
    return new Coordinator(new CoordinatorId(coordinatorId), address, version, startedAt, lastSeen);
  }
}
