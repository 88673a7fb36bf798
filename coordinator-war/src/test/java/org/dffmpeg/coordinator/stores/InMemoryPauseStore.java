package org.dffmpeg.coordinator.stores;

import java.util.Optional;
import org.dffmpeg.coordinator.core.fleet.Pause;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;

/** A pause, or none. */
record InMemoryPauseStore(InMemoryState state) implements PauseStore {
  @Override
  public Optional<Pause> find() {
    return state.pause;
  }

  @Override
  public void insert(Pause pause) {
    ConflictException.unless(state.pause.isEmpty(), "the pause");
    state.pause = Optional.of(pause);
  }

  @Override
  public void delete() {
    state.pause = Optional.empty();
  }
}
