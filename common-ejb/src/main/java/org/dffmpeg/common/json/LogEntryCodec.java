package org.dffmpeg.common.json;

import java.util.List;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;

/**
 * PROTOCOL 5.3 "Logs". In an upload the null members are left out: the one exception to "nulls are
 * written" (PROTOCOL 2). The content may hold anything, NUL and half a surrogate pair too: it is
 * output, not a name.
 */
final class LogEntryCodec implements Codec<LogEntry> {
  static final LogEntryCodec WITH_NULLS = new LogEntryCodec(true);
  static final LogEntryCodec WITHOUT_NULLS = new LogEntryCodec(false);
  private static final List<String> STREAMS = List.of("stdout", "stderr");

  private final boolean nulls;

  private LogEntryCodec(boolean nulls) {
    this.nulls = nulls;
  }

  @Override
  public void write(LogEntry entry, ObjectWriter out) {
    if (nulls || entry.id() != null) {
      out.text("id", entry.id());
    }
    out.text("stream", entry.stream().wireName()).text("content", entry.content());
    if (nulls || entry.timestamp() != null) {
      out.time("timestamp", entry.timestamp());
    }
  }

  @Override
  public LogEntry read(ObjectReader in) {
    return new LogEntry(
        in.optional("id", Readers::logId),
        in.required("stream", LogEntryCodec::stream, LogStream.STDERR),
        in.rawText("content"),
        in.optionalTime("timestamp"));
  }

  private static LogStream stream(Input input) {
    return Readers.word(input, LogStream::ofWireName, STREAMS, LogStream.STDERR);
  }
}
