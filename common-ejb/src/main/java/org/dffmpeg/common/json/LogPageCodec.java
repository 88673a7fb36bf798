package org.dffmpeg.common.json;

import org.dffmpeg.common.protocol.LogPage;

/** PROTOCOL 5.4, {@code GET /jobs/{id}/logs}. */
final class LogPageCodec implements Codec<LogPage> {
  @Override
  public void write(LogPage page, ObjectWriter out) {
    out.objects("logs", LogEntryCodec.WITH_NULLS, page.logs())
        .text("last_message_id", page.lastMessageId());
  }

  @Override
  public LogPage read(ObjectReader in) {
    return new LogPage(
        in.objects("logs", LogEntryCodec.WITH_NULLS), in.optionalMessageId("last_message_id"));
  }
}
