package org.dffmpeg.coordinator.core.fleet;

import java.util.Optional;
import java.util.Set;

/** What a worker offers. Immutable. */
public record WorkerProfile(
    Set<String> capabilities,
    Set<String> binaries,
    Set<String> paths,
    Optional<String> version,
    int slots) {
  /** What a worker offers that has left. */
  public static final WorkerProfile NOTHING =
      new WorkerProfile(Set.of(), Set.of(), Set.of(), Optional.empty(), 0);

  public WorkerProfile {
    capabilities = Set.copyOf(capabilities);
    binaries = Set.copyOf(binaries);
    paths = Set.copyOf(paths);
  }
}
