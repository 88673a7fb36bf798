package org.dffmpeg.common.protocol;

import java.util.List;

/**
 * One NDJSON line or one long-poll answer (PROTOCOL 7). {@code skipped} counts the messages that
 * were received but could not be read, for instance of an unknown type: they are passed over.
 */
public record MessageBatch(List<DownlinkMessage> messages, int skipped) {
  public MessageBatch {
    messages = List.copyOf(messages);
  }

  public MessageBatch(List<DownlinkMessage> messages) {
    this(messages, 0);
  }
}
