package org.dffmpeg.coordinator.core.logs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.SteeredJobs;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Pages through the stored output of a job. Thread-safe. */
public final class ReadLogs {
  /** The most messages of one page, whatever is asked for. */
  public static final int LARGEST_PAGE = 1000;

  private static final MessageId START = UlidFactory.firstMessageIdAt(Instant.EPOCH);
  private final Transactions transactions;
  private final JobStore jobs;
  private final OutboxStore messages;

  public ReadLogs(Transactions transactions, JobStore jobs, OutboxStore messages) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.messages = messages;
  }

  /**
   * Forward from the cursor, or from the start; with a limit but no cursor the newest. A limit
   * counts messages, each an upload of the worker (PROTOCOL 5.4); one below 1 is none. Refusals:
   * NOT_FOUND, FORBIDDEN.
   */
  public Outcome<LogPage> run(
      Caller caller, JobId id, Optional<MessageId> since, OptionalInt limit) {
    return transactions.read(
        unit ->
            SteeredJobs.find(jobs, id, caller, "No permission to view job logs")
                .then(job -> Outcome.ok(page(select(job, since, limit)))));
  }

  private List<DownlinkMessage> select(Job job, Optional<MessageId> since, OptionalInt limit) {
    boolean limited = limit.isPresent() && limit.getAsInt() > 0;
    int most = limited ? Math.min(limit.getAsInt(), LARGEST_PAGE) : LARGEST_PAGE;
    return since.isEmpty() && limited
        ? messages.newestLogs(job.id(), most)
        : messages.logsAfter(job.id(), since.orElse(START), most);
  }

  private static LogPage page(List<DownlinkMessage> messages) {
    List<LogEntry> entries = messages.stream().flatMap(ReadLogs::entries).toList();
    return new LogPage(
        entries, messages.isEmpty() ? null : messages.get(messages.size() - 1).messageId());
  }

  private static Stream<LogEntry> entries(DownlinkMessage message) {
    return message
        .payload()
        .fold(
            request -> Stream.empty(),
            status -> Stream.empty(),
            logs -> logs.logs().stream(),
            verify -> Stream.empty());
  }
}
