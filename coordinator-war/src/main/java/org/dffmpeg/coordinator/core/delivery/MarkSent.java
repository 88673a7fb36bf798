package org.dffmpeg.coordinator.core.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Notes what has been written to listeners. */
public final class MarkSent {
  /** A transaction holds no more rows than that, which others may wait for. */
  static final int CHUNK = 50;

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
    List<Channel> channels = List.copyOf(through.keySet());
    for (int from = 0; from < channels.size(); from += CHUNK) {
      int to = Math.min(from + CHUNK, channels.size());
      mark(
          channels.subList(from, to).stream()
              .collect(Collectors.toMap(channel -> channel, through::get)));
    }
  }

  private void mark(Map<Channel, MessageId> through) {
    transactions.write(
        unit -> {
          messages.markSent(through, clock.instant());
          return through;
        });
  }
}
