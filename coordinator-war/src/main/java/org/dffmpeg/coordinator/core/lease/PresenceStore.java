package org.dffmpeg.coordinator.core.lease;

import java.util.Optional;

/** The one {@link ServicePresence}. Called inside a unit of {@code Transactions}; thread-safe. */
public interface PresenceStore {
  Optional<ServicePresence> find();

  /**
   * Adds it.
   *
   * @throws org.dffmpeg.coordinator.core.tx.ConflictException if there is one
   */
  void insert(ServicePresence first);

  /**
   * Compare-and-set on the version.
   *
   * @return false if another coordinator was first
   */
  boolean replace(ServicePresence seen, ServicePresence next);
}
