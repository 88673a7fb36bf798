package org.dffmpeg.coordinator.core.cluster;

import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;

/** Remembers what was sent; carries it nowhere. Confined to one test. */
final class RecordingBroadcast implements Broadcast {
  static final CoordinatorId SELF = new CoordinatorId("00000000000000000000000001");
  static final CoordinatorId OTHER = new CoordinatorId("00000000000000000000000002");

  final List<Bulletin> sent = new ArrayList<>();
  boolean away;

  @Override
  public void send(String text) {
    if (away) {
      throw new StoreUnavailable("away", new IllegalStateException());
    }
    sent.add(Bulletin.parse(text));
  }

  @Override
  public void listen(Audience audience) {}

  @Override
  public void close() {}
}
