package org.dffmpeg.coordinator.stores;

import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.coordinator.core.cluster.Coordinator;
import org.dffmpeg.coordinator.core.cluster.CoordinatorStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;

/** The coordinators in memory. */
record InMemoryCoordinatorStore(InMemoryState state) implements CoordinatorStore {
  @Override
  public List<Coordinator> all() {
    return List.copyOf(state.coordinators.values());
  }

  @Override
  public void insert(Coordinator newcomer) {
    Coordinator first = state.coordinators.putIfAbsent(newcomer.id(), newcomer);
    ConflictException.unless(first == null, newcomer.id());
  }

  @Override
  public boolean beat(CoordinatorId id, Instant at) {
    return state.coordinators.computeIfPresent(
            id,
            (known, seen) ->
                new Coordinator(id, seen.address(), seen.version(), seen.startedAt(), at))
        != null;
  }

  @Override
  public void delete(CoordinatorId id) {
    state.coordinators.remove(id);
  }

  @Override
  public int deleteSilentSince(Instant then) {
    int before = state.coordinators.size();
    state.coordinators.values().removeIf(seen -> seen.lastSeen().isBefore(then));
    return before - state.coordinators.size();
  }
}
