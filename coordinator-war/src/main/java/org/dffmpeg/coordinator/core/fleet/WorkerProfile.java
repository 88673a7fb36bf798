package org.dffmpeg.coordinator.core.fleet;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.fleet.Slots;

/**
 * What a worker offers. Immutable.
 *
 * @param capabilities {@code encoder:libx264} and so on, its tags among them as {@code tag:big}
 * @param fingerprint names its build of ffmpeg; none before it has looked, or from old workers
 * @param setAside capabilities that do not work there now, each with what they say
 */
public record WorkerProfile(
    Capabilities capabilities,
    Set<String> binaries,
    Set<String> paths,
    Optional<String> version,
    Slots slots,
    Optional<String> fingerprint,
    Map<String, String> setAside) {
  /** What a worker offers that has left. */
  public static final WorkerProfile NOTHING =
      new WorkerProfile(
          Capabilities.NONE,
          Set.of(),
          Set.of(),
          Optional.empty(),
          Slots.NONE,
          Optional.empty(),
          Map.of());

  public WorkerProfile {
    binaries = Set.copyOf(binaries);
    paths = Set.copyOf(paths);
    setAside = Map.copyOf(setAside);
  }
}
