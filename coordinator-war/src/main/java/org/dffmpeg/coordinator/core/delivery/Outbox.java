package org.dffmpeg.coordinator.core.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * Writes messages to channels, inside the transaction of the change that they tell of (DESIGN
 * "Channels and messages"). Thread-safe.
 *
 * <p>Three steps, in this order, so that ids strictly increase in commit order: {@link #stamp}
 * makes the id after the channel's last one; the caller writes it into the row that owns the
 * channel by compare-and-set; {@link #append} stores the message.
 */
public final class Outbox {
  private final OutboxStore messages;
  private final UlidFactory ids;
  private final WakeupBus bus;
  private final Clock clock;

  public Outbox(OutboxStore messages, UlidFactory ids, WakeupBus bus, Clock clock) {
    this.messages = messages;
    this.ids = ids;
    this.bus = bus;
    this.clock = clock;
  }

  /** The message with its id: greater than the channel's last one. */
  public DownlinkMessage stamp(Optional<MessageId> last, Draft draft) {
    return new DownlinkMessage(
        ids.messageIdAfter(last),
        draft.sender().orElse(null),
        draft.recipient(),
        draft.job().orElse(null),
        clock.instant(),
        null,
        draft.payload());
  }

  /** Stores the message, and wakes the channel's listeners after commit. */
  public void append(UnitOfWork unit, Channel channel, DownlinkMessage message) {
    messages.append(channel, List.of(message));
    unit.afterCommit(() -> bus.messageStored(channel));
  }

  /** After commit there may be something to assign. */
  public void announceWork(UnitOfWork unit) {
    unit.afterCommit(bus::workAvailable);
  }

  /** The messages that are stored: to delete them or to mark them, in the same transaction. */
  public OutboxStore stored() {
    return messages;
  }
}
