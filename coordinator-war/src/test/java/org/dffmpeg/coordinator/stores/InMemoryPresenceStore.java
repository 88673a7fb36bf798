package org.dffmpeg.coordinator.stores;

import java.util.Optional;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.lease.ServicePresence;
import org.dffmpeg.coordinator.core.tx.ConflictException;

/** The presence of the service in memory. */
record InMemoryPresenceStore(InMemoryState state) implements PresenceStore {
  @Override
  public Optional<ServicePresence> find() {
    return state.presence;
  }

  @Override
  public void insert(ServicePresence first) {
    ConflictException.unless(state.presence.isEmpty(), "the presence");
    state.presence = Optional.of(first);
  }

  @Override
  public boolean replace(ServicePresence seen, ServicePresence next) {
    boolean first = state.presence.filter(now -> now.version() == seen.version()).isPresent();
    if (first) {
      state.presence =
          Optional.of(new ServicePresence(next.lastTick(), next.resumedAt(), seen.version() + 1));
    }
    return first;
  }
}
