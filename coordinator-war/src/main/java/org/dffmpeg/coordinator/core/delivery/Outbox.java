package org.dffmpeg.coordinator.core.delivery;

import java.time.Clock;
import org.dffmpeg.common.id.UlidFactory;

/** Writes messages to channels, inside the transaction of the change that they tell of. */
public final class Outbox {
  public Outbox(OutboxStore messages, UlidFactory ids, WakeupBus bus, Clock clock) {}
}
