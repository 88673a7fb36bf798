package org.dffmpeg.worker.registration;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.worker.capability.CapabilityReport;

/**
 * What may change from one registration to the next. Immutable.
 *
 * @param paths the path variables whose mounts are there now
 * @param abilities what the binaries can; empty while that is not known
 */
public record Offer(List<String> paths, Optional<CapabilityReport> abilities) {
  /** Copies. */
  public Offer {
    paths = List.copyOf(paths);
  }

  /** Empty while nothing is known. */
  String capabilitiesHash() {
    return abilities.map(known -> known.capabilities().hash()).orElse("");
  }
}
