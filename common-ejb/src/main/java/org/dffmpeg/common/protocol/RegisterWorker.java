package org.dffmpeg.common.protocol;

import java.util.List;
import org.dffmpeg.common.id.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * A worker announces itself (PROTOCOL 5.4, 11). {@code registrationInterval} is in seconds. {@code
 * slots} (how many jobs at once) and {@code incarnation} (a new text for each start of the process)
 * are our additions; null from old workers.
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
    @Nullable Integer slots,
    @Nullable String incarnation) {
  public RegisterWorker {
    capabilities = List.copyOf(capabilities);
    binaries = List.copyOf(binaries);
    paths = List.copyOf(paths);
    supportedTransports = List.copyOf(supportedTransports);
  }
}
