package org.dffmpeg.worker.registration;

import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.transport.TransportName;

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

  RegisterWorker registration(List<String> paths, boolean draining) {
    return new RegisterWorker(
        id,
        List.of(),
        binaries,
        paths,
        Math.toIntExact(registrationInterval.toSeconds()),
        version,
        List.of(TransportName.HTTP_POLLING),
        draining,
        slots,
        incarnation,
        tags);
  }
}
