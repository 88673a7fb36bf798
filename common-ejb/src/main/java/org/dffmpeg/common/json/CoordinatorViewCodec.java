package org.dffmpeg.common.json;

import java.time.Instant;
import org.dffmpeg.common.protocol.CoordinatorView;

/** Our admin routes: a coordinator. */
final class CoordinatorViewCodec implements Codec<CoordinatorView> {
  @Override
  public void write(CoordinatorView coordinator, ObjectWriter out) {
    out.text("coordinator_id", coordinator.coordinatorId())
        .text("address", coordinator.address())
        .text("version", coordinator.version())
        .flag("online", coordinator.online())
        .time("started_at", coordinator.startedAt())
        .time("last_seen", coordinator.lastSeen());
  }

  @Override
  public CoordinatorView read(ObjectReader in) {
    return new CoordinatorView(
        in.coordinatorId("coordinator_id"),
        in.textOr("address", ""),
        in.textOr("version", ""),
        in.flagOr("online", false),
        in.timeOr("started_at", Instant.EPOCH),
        in.timeOr("last_seen", Instant.EPOCH));
  }
}
