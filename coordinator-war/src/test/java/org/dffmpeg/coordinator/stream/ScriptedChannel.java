package org.dffmpeg.coordinator.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.Payload;

/** A channel whose messages a test stores. Confined to the test's thread. */
final class ScriptedChannel implements Subscription.Source {
  final List<DownlinkMessage> messages = new ArrayList<>();
  final List<MessageId> marks = new ArrayList<>();
  int reads;
  Runnable afterRead = () -> {};

  Subscription from(Optional<MessageId> cursor) {
    return new Subscription(this, cursor, marks::add);
  }

  /** Stores messages with the next ids. */
  void store(int count) {
    for (int i = 0; i < count; i++) {
      messages.add(
          new DownlinkMessage(
              id(messages.size() + 1),
              null,
              new ClientId("w1"),
              null,
              Instant.EPOCH,
              null,
              new Payload.VerifyRegistration("token")));
    }
  }

  static MessageId id(int number) {
    return new MessageId("01M82D2EDY5NF9PPAGAM%06d".formatted(number));
  }

  @Override
  public List<DownlinkMessage> next(Optional<MessageId> cursor, int limit) {
    reads++;
    List<DownlinkMessage> found =
        messages.stream()
            .filter(
                message -> cursor.map(seen -> seen.compareTo(message.messageId()) < 0).orElse(true))
            .limit(limit)
            .toList();
    afterRead.run();
    return found;
  }
}
