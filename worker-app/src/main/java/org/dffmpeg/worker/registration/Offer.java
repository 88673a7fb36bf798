package org.dffmpeg.worker.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.worker.capability.CapabilityReport;

/**
 * What may change from one registration to the next. Immutable.
 *
 * @param paths the path variables whose mounts are there now
 * @param abilities what the binaries can; empty while that is not known
 * @param setAside what does not work now, each with what it says
 */
public record Offer(
    List<String> paths, Optional<CapabilityReport> abilities, Map<String, String> setAside) {
  /** Copies. */
  public Offer {
    paths = List.copyOf(paths);
    setAside = Map.copyOf(setAside);
  }

  /** Empty while nothing is known. */
  String capabilitiesHash() {
    return abilities.map(known -> known.capabilities().hash()).orElse("");
  }
}
