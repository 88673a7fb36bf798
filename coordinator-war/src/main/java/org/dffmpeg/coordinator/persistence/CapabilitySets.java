package org.dffmpeg.coordinator.persistence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.fleet.Capabilities;
import org.jspecify.annotations.Nullable;

/**
 * The capabilities of workers in the table {@code capability_sets}, each set once, by its hash: the
 * workers of a fleet have few builds, a build has a thousand capabilities, and the row of a worker
 * is written with each slot that is taken. What a hash stands for never changes, so it is read once
 * and remembered. Called inside a unit; thread-safe.
 */
final class CapabilitySets {
  private static final int REMEMBERED = 100;

  private final CurrentUnit unit;
  private final Map<String, Capabilities> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Capabilities> eldest) {
              return size() > REMEMBERED;
            }
          });

  CapabilitySets(CurrentUnit unit) {
    this.unit = unit;
  }

  /** What stands in the row of a worker: null for no capabilities, of which there is no set. */
  static @Nullable String key(Capabilities capabilities) {
    return capabilities.isEmpty() ? null : capabilities.hash();
  }

  /** The set of that key; none if the worker left since its row was read. */
  Capabilities of(@Nullable String key) {
    if (key == null) {
      return Capabilities.NONE;
    }
    Capabilities known = remembered.get(key);
    if (known != null) {
      return known;
    }
    Optional<Capabilities> read = read(key);
    read.ifPresent(set -> remembered.put(key, set));
    return read.orElse(Capabilities.NONE);
  }

  private Optional<Capabilities> read(String key) {
    return unit.select(
            "select s from CapabilitySetRow s where s.hash = :hash", CapabilitySetRow.class)
        .with("hash", key)
        .first(row -> Capabilities.of(Texts.toList(row.names)));
  }

  /** Stores the set, unless it is there. */
  void keep(Capabilities capabilities) {
    String key = key(capabilities);
    if (key != null && !isStored(key)) {
      CapabilitySetRow row = new CapabilitySetRow();
      row.hash = key;
      row.names = Texts.ofList(capabilities);
      unit.insert(row);
    }
  }

  private boolean isStored(String key) {
    return unit.select("select s.hash from CapabilitySetRow s where s.hash = :hash", String.class)
        .with("hash", key)
        .first(hash -> hash)
        .isPresent();
  }

  /**
   * Deletes the set if no worker has it. Who takes it up at the same moment makes one of the two
   * lose the race, by the foreign key. Index workers_by_capabilities.
   */
  void dropUnused(Capabilities capabilities) {
    String key = key(capabilities);
    if (key != null) {
      unit.change(
              "delete from CapabilitySetRow s where s.hash = :hash and not exists"
                  + " (select w.workerId from WorkerRow w where w.capabilitiesHash = :hash)")
          .with("hash", key)
          .run();
    }
  }
}
