package org.dffmpeg.coordinator.core.delivery;

import java.util.List;
import org.dffmpeg.common.protocol.DownlinkMessage;

/**
 * Messages that were read at once. Immutable.
 *
 * @param messages in order
 * @param more whether there may be more of them: a limit ended the batch
 */
public record Batch(List<DownlinkMessage> messages, boolean more) {
  public static final Batch NOTHING = new Batch(List.of(), false);

  /**
   * No batch has more bytes, in the form in which messages are stored, unless its only message has:
   * output comes in messages of very different length, and a reader must not cost more than that.
   */
  public static final long MOST_BYTES = 2L << 20;

  public Batch {
    messages = List.copyOf(messages);
  }
}
