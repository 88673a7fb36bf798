package org.dffmpeg.coordinator.core.logs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.job.Job;

/**
 * What of an upload is not stored yet. A worker that did not hear the answer sends it again,
 * perhaps with more behind it; the network may bring its twin when later uploads, or the end of the
 * job, are stored already. The former is known by the last line of the job's tail. For the latter,
 * which shows by older names or comes from a worker that names no attempts, the newest uploads are
 * read.
 */
final class Unstored {
  /** So many uploads later a twin is still known. */
  static final int UPLOADS_READ = 100;

  private final OutboxStore messages;

  Unstored(OutboxStore messages) {
    this.messages = messages;
  }

  List<LogEntry> of(Job job, AppendLogs upload) {
    List<LogEntry> entries = upload.logs();
    int repeated = job.tail().log().map(last -> indexOf(last, entries) + 1).orElse(0);
    return repeated == 0 && mayBeLate(job, upload)
        ? without(stored(job), entries)
        : entries.subList(repeated, entries.size());
  }

  private static boolean mayBeLate(Job job, AppendLogs upload) {
    return job.tail()
        .log()
        .map(
            last ->
                upload.logs().stream()
                    .anyMatch(entry -> entry.id() != null && entry.id().compareTo(last) < 0))
        .orElse(upload.attempt() == null && job.attempt().number() > 1);
  }

  private Set<LogId> stored(Job job) {
    return messages.newestLogs(job.id(), UPLOADS_READ).stream()
        .flatMap(
            message ->
                message.payload() instanceof Payload.JobLogs logs
                    ? logs.logs().stream()
                    : Stream.empty())
        .map(LogEntry::id)
        .collect(Collectors.toSet());
  }

  /** An entry without a name is stored if the one behind it is. */
  private static List<LogEntry> without(Set<LogId> stored, List<LogEntry> entries) {
    List<LogEntry> fresh = new ArrayList<>();
    boolean known = false;
    for (int i = entries.size() - 1; i >= 0; i--) {
      LogEntry entry = entries.get(i);
      known = entry.id() == null ? known : stored.contains(entry.id());
      if (!known) {
        fresh.add(entry);
      }
    }
    Collections.reverse(fresh);
    return fresh;
  }

  private static int indexOf(LogId id, List<LogEntry> entries) {
    return entries.stream().map(LogEntry::id).toList().indexOf(id);
  }
}
