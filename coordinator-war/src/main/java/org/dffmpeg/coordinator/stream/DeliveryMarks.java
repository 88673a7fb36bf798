package org.dffmpeg.coordinator.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.MarkSent;

/**
 * What was written since the last flush, by channel. Notes are collected because a row update per
 * message would cost more than the message; a note lost in a crash makes a message come twice,
 * never not at all. Thread-safe.
 */
public final class DeliveryMarks {
  private final MarkSent markSent;
  private final Map<Channel, MessageId> written = new ConcurrentHashMap<>();

  public DeliveryMarks(MarkSent markSent) {
    this.markSent = markSent;
  }

  void delivered(Channel channel, MessageId through) {
    written.merge(channel, through, (a, b) -> a.compareTo(b) < 0 ? b : a);
  }

  /** Stores the notes; those that cannot be stored are kept for the next time. */
  public void flush() {
    Map<Channel, MessageId> taken = new ConcurrentHashMap<>();
    written.forEach(
        (channel, id) -> {
          if (written.remove(channel, id)) {
            taken.put(channel, id);
          }
        });
    if (taken.isEmpty()) {
      return;
    }
    try {
      markSent.run(Map.copyOf(taken));
    } catch (RuntimeException e) {
      taken.forEach(this::delivered);
      throw e;
    }
  }
}
