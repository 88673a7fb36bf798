package org.dffmpeg.coordinator.core.delivery;

import java.util.Optional;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** What a listener shall hear next. */
public final class ReadMessages {
  private final Transactions transactions;
  private final OutboxStore messages;

  public ReadMessages(Transactions transactions, OutboxStore messages) {
    this.transactions = transactions;
    this.messages = messages;
  }

  /** With a cursor everything after it, sent or not; without one everything unsent (PROTOCOL 7). */
  public Batch run(Channel channel, Optional<MessageId> cursor, int limit) {
    return transactions.read(
        unit ->
            cursor
                .map(id -> messages.after(channel, id, limit))
                .orElseGet(() -> messages.unsent(channel, limit)));
  }
}
