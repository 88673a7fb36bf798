package org.dffmpeg.common.json;

import java.util.List;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.LogEntry;

/** PROTOCOL 5.4, {@code POST /jobs/{id}/logs}. */
final class AppendLogsCodec implements Codec<AppendLogs> {
  @Override
  public void write(AppendLogs upload, ObjectWriter out) {
    out.objects("logs", LogEntryCodec.WITHOUT_NULLS, upload.logs());
    if (upload.attempt() != null) {
      out.number("attempt", upload.attempt());
    }
  }

  @Override
  public AppendLogs read(ObjectReader in) {
    return new AppendLogs(
        in.required("logs", AppendLogsCodec::entries, List.of()), in.optionalInteger("attempt"));
  }

  private static List<LogEntry> entries(Input input) {
    return input.value() instanceof List<?> list && list.isEmpty()
        ? input.refuse(Complaint.EMPTY_LIST, List.of())
        : Readers.objects(input, LogEntryCodec.WITHOUT_NULLS);
  }
}
