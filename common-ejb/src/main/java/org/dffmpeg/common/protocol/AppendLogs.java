package org.dffmpeg.common.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker's upload of log entries, at least one (PROTOCOL 5.4). {@code attempt} is our addition;
 * old workers send none.
 */
public record AppendLogs(List<LogEntry> logs, @Nullable Integer attempt) {
  public AppendLogs {
    logs = List.copyOf(logs);
  }
}
