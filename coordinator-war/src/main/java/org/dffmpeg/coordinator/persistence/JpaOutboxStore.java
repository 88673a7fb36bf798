package org.dffmpeg.coordinator.persistence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.coordinator.core.delivery.Batch;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;

/**
 * Messages in the table {@code messages}, by its primary key; the mark of what was sent is in the
 * row of the worker or job that owns the channel. Thread-safe.
 */
final class JpaOutboxStore implements OutboxStore {
  private static final String IN_ORDER = " order by m.channel, m.messageId";
  private static final String NEWEST_FIRST = " order by m.channel desc, m.messageId desc";
  private static final String AFTER = "m.messageId > :cursor";
  private static final String UNSENT = "m.messageId > coalesce(o.sentThrough, '')";

  private final CurrentUnit unit;
  private final MessageQueries queries;

  JpaOutboxStore(CurrentUnit unit) {
    this.unit = unit;
    this.queries = new MessageQueries(unit);
  }

  @Override
  public void append(Channel channel, List<DownlinkMessage> messages) {
    messages.forEach(message -> unit.append(row(channel, message)));
  }

  private static MessageRow row(Channel channel, DownlinkMessage message) {
    MessageRow row = new MessageRow();
    row.channel = channel.text();
    row.messageId = message.messageId().value();
    row.jobId = message.jobId() == null ? null : message.jobId().value();
    row.messageType = message.payload().type();
    row.body = Texts.ofRecord(message);
    return row;
  }

  @Override
  public Batch after(Channel channel, MessageId cursor, int limit) {
    return queries.read(channel, AFTER + IN_ORDER, limit, from(cursor));
  }

  @Override
  public Batch unsent(Channel channel, int limit) {
    return queries.read(channel, UNSENT + IN_ORDER, limit, query -> query);
  }

  @Override
  public boolean hasUnsentAbout(Channel channel, JobId job) {
    String unsentAbout = UNSENT + " and m.jobId = :job" + IN_ORDER;
    return !queries
        .read(channel, unsentAbout, 1, query -> query.with("job", job.value()))
        .messages()
        .isEmpty();
  }

  @Override
  public List<DownlinkMessage> logsAfter(JobId job, MessageId cursor, int limit) {
    String logs = AFTER + " and m.messageType = 'job_logs'" + IN_ORDER;
    return queries.read(Channel.of(job), logs, limit, from(cursor)).messages();
  }

  @Override
  public List<DownlinkMessage> newestLogs(JobId job, int limit) {
    String logs = "m.messageType = 'job_logs'" + NEWEST_FIRST;
    return queries.read(Channel.of(job), logs, limit, query -> query).messages().stream()
        .sorted(Comparator.comparing(DownlinkMessage::messageId))
        .toList();
  }

  private static UnaryOperator<Selection<Object[]>> from(MessageId cursor) {
    return query -> query.with("cursor", cursor.value());
  }

  @Override
  public void markSent(Map<Channel, MessageId> through, Instant at) {
    through.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Channel::text)))
        .forEach(entry -> markSent(entry.getKey(), entry.getValue(), at));
  }

  private void markSent(Channel channel, MessageId through, Instant at) {
    String where = " and (o.sentThrough is null or o.sentThrough < :through)";
    onOwner(channel, "o.sentThrough = :through, o.sentAt = :at", where)
        .with("through", through.value())
        .with("at", at)
        .run();
  }

  @Override
  public void markUnsent(Channel channel) {
    onOwner(channel, "o.sentThrough = null", "").run();
  }

  private Change onOwner(Channel channel, String set, String condition) {
    String entity = channel.isWorker() ? "WorkerRow" : "JobRow";
    String key = channel.isWorker() ? "o.workerId" : "o.jobId";
    return unit.change(
            "update " + entity + " o set " + set + " where " + key + " = :owner" + condition)
        .with("owner", channel.owner());
  }

  @Override
  public void deleteRequests(Channel channel, JobId job) {
    delete(channel, "m.jobId = :job and m.messageType = 'job_request'")
        .with("job", job.value())
        .run();
  }

  @Override
  public void deleteAbout(Channel channel, JobId job) {
    delete(channel, "m.jobId = :job").with("job", job.value()).run();
  }

  @Override
  public void deleteTokens(Channel channel) {
    delete(channel, "m.messageType = 'verify_registration'").run();
  }

  @Override
  public void deleteHeard(Channel channel, MessageId token) {
    delete(channel, "m.messageId <= :token and m.messageType <> 'job_request'")
        .with("token", token.value())
        .run();
  }

  private Change delete(Channel channel, String condition) {
    return unit.change("delete from MessageRow m where m.channel = :channel and " + condition)
        .with("channel", channel.text());
  }
}
