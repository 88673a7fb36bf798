package org.dffmpeg.coordinator.stream;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.coordinator.core.delivery.Batch;
import org.jspecify.annotations.Nullable;

/**
 * Where a listener stands in its channel (T3). Without a cursor it hears what was never sent, and
 * has one from its first message on (PROTOCOL 7). Confined to the listener's pump.
 */
final class Subscription {
  /**
   * One line or answer; enough to catch up quickly. The memory is bounded by {@link Batch} (T2).
   */
  static final int BATCH = 100;

  /** The messages of a channel: with a cursor all after it, without one those never sent. */
  @FunctionalInterface
  interface Source {
    Source NOTHING = (cursor, limit) -> Batch.NOTHING;

    Batch next(Optional<MessageId> cursor, int limit);
  }

  private final Source source;
  private final Consumer<MessageId> marks;
  private @Nullable MessageId cursor;

  /**
   * Starts there.
   *
   * @param cursor the last id that the peer knows, if it names one
   * @param marks told the id through which messages were written
   */
  Subscription(Source source, Optional<MessageId> cursor, Consumer<MessageId> marks) {
    this.source = source;
    this.cursor = cursor.orElse(null);
    this.marks = marks;
  }

  /** The next messages, at most {@value #BATCH}. */
  Batch next() {
    return source.next(Optional.ofNullable(cursor), BATCH);
  }

  /** These messages were written; at least one. */
  void delivered(List<DownlinkMessage> written) {
    MessageId last = written.get(written.size() - 1).messageId();
    cursor = last;
    marks.accept(last);
  }
}
