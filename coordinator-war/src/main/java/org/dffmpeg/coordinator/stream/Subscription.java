package org.dffmpeg.coordinator.stream;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.ReadMessages;
import org.jspecify.annotations.Nullable;

/**
 * Where a listener stands in its channel (T3). Without a cursor it hears what was never sent, and
 * has one from its first message on (PROTOCOL 7). Confined to the listener's pump.
 */
final class Subscription {
  /** One line or answer; enough to catch up quickly, and a bound for memory (T2). */
  static final int BATCH = 100;

  private final Optional<Channel> channel;
  private final ReadMessages messages;
  private final DeliveryMarks marks;
  private @Nullable MessageId cursor;

  /**
   * @param channel empty for a stranger, who hears nothing
   * @param cursor the last id that the peer knows, if it names one
   */
  Subscription(
      Optional<Channel> channel,
      Optional<MessageId> cursor,
      ReadMessages messages,
      DeliveryMarks marks) {
    this.channel = channel;
    this.cursor = cursor.orElse(null);
    this.messages = messages;
    this.marks = marks;
  }

  /** The next messages, at most {@value #BATCH}; asks the database. */
  List<DownlinkMessage> next() {
    return channel
        .map(known -> messages.run(known, Optional.ofNullable(cursor), BATCH))
        .orElse(List.of());
  }

  /** These messages were written. */
  void delivered(List<DownlinkMessage> written) {
    MessageId last = written.get(written.size() - 1).messageId();
    cursor = last;
    channel.ifPresent(known -> marks.delivered(known, last));
  }
}
