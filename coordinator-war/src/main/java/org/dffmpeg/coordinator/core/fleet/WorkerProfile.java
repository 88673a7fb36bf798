package org.dffmpeg.coordinator.core.fleet;

import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.fleet.Slots;

/**
 * What a worker offers. Immutable.
 *
 * @param capabilities {@code encoder:libx264} and so on, its tags among them as {@code tag:big}
 */
public record WorkerProfile(
    Set<String> capabilities,
    Set<String> binaries,
    Set<String> paths,
    Optional<String> version,
    Slots slots) {
  /** What a worker offers that has left. */
  public static final WorkerProfile NOTHING =
      new WorkerProfile(Set.of(), Set.of(), Set.of(), Optional.empty(), Slots.NONE);

  public WorkerProfile {
    capabilities = Set.copyOf(capabilities);
    binaries = Set.copyOf(binaries);
    paths = Set.copyOf(paths);
  }
}
