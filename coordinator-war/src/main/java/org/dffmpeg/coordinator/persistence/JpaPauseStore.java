package org.dffmpeg.coordinator.persistence;

import java.util.Optional;
import org.dffmpeg.coordinator.core.fleet.Pause;
import org.dffmpeg.coordinator.core.fleet.PauseStore;

/** The one row of {@code queue_pause}. Thread-safe. */
final class JpaPauseStore implements PauseStore {
  private final CurrentUnit unit;

  JpaPauseStore(CurrentUnit unit) {
    this.unit = unit;
  }

  @Override
  public Optional<Pause> find() {
    return unit.select("select p from PauseRow p", PauseRow.class).first(PauseRow::toPause);
  }

  @Override
  public void insert(Pause pause) {
    unit.insert(PauseRow.of(pause));
  }

  @Override
  public void delete() {
    unit.change("delete from PauseRow p").run();
  }
}
