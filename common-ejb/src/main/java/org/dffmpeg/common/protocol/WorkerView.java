package org.dffmpeg.common.protocol;

import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * A worker as the API shows it (PROTOCOL 5.3 "Worker"). {@code slots} and {@code slotsUsed} are our
 * additions, as is {@code hold}: why an operator lets it have no new jobs. Tags stand among the
 * capabilities, as {@code tag:big}.
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
    @Nullable WorkerHold hold) {
  public WorkerView {
    capabilities = List.copyOf(capabilities);
    binaries = List.copyOf(binaries);
    paths = List.copyOf(paths);
  }
}
