package org.dffmpeg.coordinator.persistence;

import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.coordinator.core.cluster.Coordinator;
import org.dffmpeg.coordinator.core.cluster.CoordinatorStore;

/** The table {@code coordinators}. Thread-safe. */
final class JpaCoordinatorStore implements CoordinatorStore {
  private final CurrentUnit unit;

  JpaCoordinatorStore(CurrentUnit unit) {
    this.unit = unit;
  }

  @Override
  public List<Coordinator> all() {
    return unit.select(
            "select c from CoordinatorRow c order by c.coordinatorId", CoordinatorRow.class)
        .list(CoordinatorRow::toCoordinator);
  }

  @Override
  public void insert(Coordinator newcomer) {
    unit.insert(CoordinatorRow.of(newcomer));
  }

  @Override
  public boolean beat(CoordinatorId id, Instant at) {
    return unit.change("update CoordinatorRow c set c.lastSeen = :at where c.coordinatorId = :id")
        .with("at", at)
        .with("id", id.value())
        .hit();
  }

  @Override
  public void delete(CoordinatorId id) {
    unit.change("delete from CoordinatorRow c where c.coordinatorId = :id")
        .with("id", id.value())
        .run();
  }

  @Override
  public int deleteSilentSince(Instant then) {
    return unit.change("delete from CoordinatorRow c where c.lastSeen < :then")
        .with("then", then)
        .count();
  }
}
