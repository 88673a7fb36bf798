package org.dffmpeg.common.protocol;

import java.util.List;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * A worker announces itself (PROTOCOL 5.4, 11). {@code registrationInterval} is in seconds. {@code
 * slots} (how many jobs at once), {@code incarnation} (a new text for each start of the process)
 * and {@code tags} (what its operator calls it) are our additions; null or empty from old workers.
 */
public record RegisterWorker(
    WorkerId workerId,
    List<String> capabilities,
    List<String> binaries,
    List<String> paths,
    int registrationInterval,
    @Nullable String version,
    List<String> supportedTransports,
    boolean draining,
    @Nullable Slots slots,
    @Nullable String incarnation,
    List<String> tags) {
  public RegisterWorker {
    capabilities = List.copyOf(capabilities);
    binaries = List.copyOf(binaries);
    paths = List.copyOf(paths);
    supportedTransports = List.copyOf(supportedTransports);
    tags = List.copyOf(tags);
  }
}
