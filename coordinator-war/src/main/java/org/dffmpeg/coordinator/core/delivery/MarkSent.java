package org.dffmpeg.coordinator.core.delivery;

import java.time.Clock;
import java.util.Map;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Notes what has been written to listeners. */
public final class MarkSent {
  private final Transactions transactions;
  private final OutboxStore messages;
  private final Clock clock;

  public MarkSent(Transactions transactions, OutboxStore messages, Clock clock) {
    this.transactions = transactions;
    this.messages = messages;
    this.clock = clock;
  }

  /** The greatest id written, by channel. */
  public void run(Map<Channel, MessageId> through) {
    transactions.write(
        unit -> {
          messages.markSent(through, clock.instant());
          return through;
        });
  }
}
