package org.dffmpeg.common.protocol;

import java.time.Instant;
import org.dffmpeg.common.id.CoordinatorId;

/**
 * A coordinator as our admin routes show it.
 *
 * @param address where it listens, as a URL; may be known inside its own network only
 * @param online whether it was heard of lately
 */
public record CoordinatorView(
    CoordinatorId coordinatorId,
    String address,
    String version,
    boolean online,
    Instant startedAt,
    Instant lastSeen) {}
