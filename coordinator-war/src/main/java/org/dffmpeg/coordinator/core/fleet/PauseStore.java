package org.dffmpeg.coordinator.core.fleet;

import java.util.Optional;

/** The pause of the queue, if there is one. Called inside a unit; thread-safe. */
public interface PauseStore {
  Optional<Pause> find();

  /**
   * Pauses the queue.
   *
   * @throws org.dffmpeg.coordinator.core.tx.ConflictException if it is paused
   */
  void insert(Pause pause);

  /** Ends the pause, if there is one. */
  void delete();
}
