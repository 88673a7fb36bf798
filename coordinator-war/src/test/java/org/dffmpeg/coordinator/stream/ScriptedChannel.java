package org.dffmpeg.coordinator.stream;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.coordinator.core.delivery.Batch;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;

/** A channel whose messages a test stores. Confined to the test's thread. */
final class ScriptedChannel implements Subscription.Source {
  final List<DownlinkMessage> messages = new ArrayList<>();
  final List<MessageId> marks = new ArrayList<>();
  int reads;
  Runnable afterRead = () -> {};
  boolean broken;

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
  public Batch next(Optional<MessageId> cursor, int limit) {
    reads++;
    if (broken) {
      throw new StoreUnavailable("the database is away", new SQLException("refused"));
    }
    List<DownlinkMessage> next =
        messages.stream()
            .filter(
                message -> cursor.map(seen -> seen.compareTo(message.messageId()) < 0).orElse(true))
            .limit(limit)
            .toList();
    afterRead.run();
    return new Batch(next, next.size() == limit);
  }
}
