package org.dffmpeg.common.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * A worker as the API shows it (PROTOCOL 5.3 "Worker"). From {@code slots} on the keys are our
 * additions: {@code hold} tells why an operator lets it have no new jobs, {@code fingerprint} is
 * the same for workers with the same build of ffmpeg. Tags stand among the capabilities, as {@code
 * tag:big}; in a list of workers {@code capabilities} is empty and only {@code capabilitiesCount}
 * tells how many there are. {@code setAside} are those that do not work now, each with what they
 * say.
 */
public record WorkerView(
    WorkerId workerId,
    List<String> capabilities,
    List<String> binaries,
    List<String> paths,
    int registrationInterval,
    @Nullable String version,
    WorkerState status,
    @Nullable Instant lastSeen,
    Slots slots,
    Slots slotsUsed,
    @Nullable WorkerHold hold,
    int capabilitiesCount,
    @Nullable String fingerprint,
    Map<String, String> setAside) {
  public WorkerView {
    capabilities = List.copyOf(capabilities);
    binaries = List.copyOf(binaries);
    paths = List.copyOf(paths);
    setAside = Map.copyOf(setAside);
  }
}
