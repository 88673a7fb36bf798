package org.dffmpeg.worker.registration;

import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.transport.TransportName;
import org.dffmpeg.worker.capability.CapabilityReport;

/**
 * What a worker says of itself. Immutable.
 *
 * @param registrationInterval whole seconds
 * @param tags what its operator calls it
 * @param incarnation a new text for each start of the process
 */
public record WorkerProfile(
    WorkerId id,
    List<String> binaries,
    Duration registrationInterval,
    String version,
    Slots slots,
    List<String> tags,
    String incarnation) {

  /** Copies. */
  public WorkerProfile {
    binaries = List.copyOf(binaries);
    tags = List.copyOf(tags);
  }

  /**
   * The registration.
   *
   * @param told the hash of the capabilities that the coordinator has of this process, perhaps
   *     empty
   */
  RegisterWorker registration(Offer offer, boolean draining, String told) {
    String hash = offer.capabilitiesHash();
    List<String> capabilities =
        offer.abilities().map(known -> List.copyOf(known.capabilities())).orElse(List.of());
    return new RegisterWorker(
        id,
        !hash.isEmpty() && hash.equals(told) ? null : capabilities,
        binaries,
        offer.paths(),
        Math.toIntExact(registrationInterval.toSeconds()),
        version,
        List.of(TransportName.HTTP_POLLING),
        draining,
        slots,
        incarnation,
        tags,
        hash.isEmpty() ? null : hash,
        offer.abilities().flatMap(CapabilityReport::fingerprint).orElse(null),
        offer.setAside());
  }
}
