package org.dffmpeg.coordinator.persistence;

import java.util.Optional;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.lease.ServicePresence;

/** The one row of {@code service_presence}. Thread-safe. */
final class JpaPresenceStore implements PresenceStore {
  private final CurrentUnit unit;

  JpaPresenceStore(CurrentUnit unit) {
    this.unit = unit;
  }

  @Override
  public Optional<ServicePresence> find() {
    return unit.select("select p from PresenceRow p", PresenceRow.class)
        .first(PresenceRow::toPresence);
  }

  @Override
  public void insert(ServicePresence first) {
    unit.insert(PresenceRow.of(first));
  }

  @Override
  public boolean replace(ServicePresence seen, ServicePresence next) {
    return unit.change(
            "update PresenceRow p set p.lastTick = :lastTick, p.resumedAt = :resumedAt,"
                + " p.rowVersion = p.rowVersion + 1 where p.rowVersion = :seen")
        .with("lastTick", next.lastTick())
        .with("resumedAt", next.resumedAt())
        .with("seen", seen.version())
        .hit();
  }
}
