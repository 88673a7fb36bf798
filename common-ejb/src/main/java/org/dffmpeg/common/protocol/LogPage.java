package org.dffmpeg.common.protocol;

import java.util.List;
import org.dffmpeg.common.id.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Answer to a log query (PROTOCOL 5.3 "Logs"): entries in order, and the cursor for the next page.
 */
public record LogPage(List<LogEntry> logs, @Nullable MessageId lastMessageId) {
  public LogPage {
    logs = List.copyOf(logs);
  }
}
