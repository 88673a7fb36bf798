package org.dffmpeg.worker.logship;

import java.time.Instant;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;

/** A line of output with its name and time. */
public record Line(LogId id, LogStream stream, String text, Instant time) {
  private static final int OVERHEAD = 100;

  LogEntry toEntry() {
    return new LogEntry(id, stream, text, time);
  }

  /** Roughly what it takes in memory and on the wire. */
  int bytes() {
    return OVERHEAD + text.length();
  }
}
