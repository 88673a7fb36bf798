package org.dffmpeg.coordinator.persistence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.jspecify.annotations.Nullable;

/**
 * Messages in the table {@code messages}, by its primary key; the mark of what was sent is in the
 * row of the worker or job that owns the channel. Thread-safe.
 */
final class JpaOutboxStore implements OutboxStore {
  private static final String OF_JOB =
      "select m.body, o.sentThrough, o.sentAt from MessageRow m, JobRow o"
          + " where o.jobId = :owner and m.channel = :channel and ";
  private static final String OF_WORKER =
      "select m.body, o.sentThrough, o.sentAt from MessageRow m, WorkerRow o"
          + " where o.workerId = :owner and m.channel = :channel and ";
  private static final String IN_ORDER = " order by m.channel, m.messageId";
  private static final String NEWEST_FIRST = " order by m.channel desc, m.messageId desc";
  private static final String UNSENT = "m.messageId > coalesce(o.sentThrough, '')";

  private final CurrentUnit unit;

  JpaOutboxStore(CurrentUnit unit) {
    this.unit = unit;
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
  public List<DownlinkMessage> after(Channel channel, MessageId cursor, int limit) {
    return messages(
        select(channel, "m.messageId > :cursor" + IN_ORDER, limit).with("cursor", cursor.value()));
  }

  @Override
  public List<DownlinkMessage> unsent(Channel channel, int limit) {
    return messages(select(channel, UNSENT + IN_ORDER, limit));
  }

  @Override
  public boolean hasUnsentAbout(Channel channel, JobId job) {
    return !select(channel, UNSENT + " and m.jobId = :job", 1)
        .with("job", job.value())
        .rows()
        .isEmpty();
  }

  @Override
  public List<DownlinkMessage> logsAfter(JobId job, MessageId cursor, int limit) {
    String condition = "m.messageId > :cursor and m.messageType = 'job_logs'" + IN_ORDER;
    return messages(select(Channel.of(job), condition, limit).with("cursor", cursor.value()));
  }

  @Override
  public List<DownlinkMessage> newestLogs(JobId job, int limit) {
    return messages(select(Channel.of(job), "m.messageType = 'job_logs'" + NEWEST_FIRST, limit))
        .stream()
        .sorted(Comparator.comparing(DownlinkMessage::messageId))
        .toList();
  }

  private Selection<Object[]> select(Channel channel, String condition, int limit) {
    return unit.select((channel.isWorker() ? OF_WORKER : OF_JOB) + condition, Object[].class)
        .with("owner", channel.owner())
        .with("channel", channel.text())
        .atMost(limit);
  }

  private static List<DownlinkMessage> messages(Selection<Object[]> query) {
    return query.list(row -> message((String) row[0], (String) row[1], (Instant) row[2]));
  }

  private static DownlinkMessage message(
      String body, @Nullable String sentThrough, @Nullable Instant sentAt) {
    DownlinkMessage stored = Texts.toRecord(DownlinkMessage.class, body);
    boolean sent = sentThrough != null && stored.messageId().value().compareTo(sentThrough) <= 0;
    return sent
        ? new DownlinkMessage(
            stored.messageId(),
            stored.senderId(),
            stored.recipientId(),
            stored.jobId(),
            stored.timestamp(),
            sentAt,
            stored.payload())
        : stored;
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
