package org.dffmpeg.common.protocol;

import java.util.List;

/** One NDJSON line or one long-poll answer (PROTOCOL 7). */
public record MessageBatch(List<DownlinkMessage> messages) {
  public MessageBatch {
    messages = List.copyOf(messages);
  }
}
