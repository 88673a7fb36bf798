package org.dffmpeg.coordinator.core.cluster;

import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.id.CoordinatorId;

/**
 * The coordinators of this service. Each writes its own entry alone, so nothing is compared. Called
 * inside a unit of {@code Transactions}; thread-safe.
 */
public interface CoordinatorStore {
  /** All, in the order of their starts. */
  List<Coordinator> all();

  /** Adds one that is not there. */
  void insert(Coordinator newcomer);

  /**
   * Notes that it was there at that time.
   *
   * @return false if there is no such coordinator (any more)
   */
  boolean beat(CoordinatorId id, Instant at);

  /** Removes it, if it is there. */
  void delete(CoordinatorId id);

  /**
   * Removes those last seen before then.
   *
   * @return how many
   */
  int deleteSilentSince(Instant then);
}
