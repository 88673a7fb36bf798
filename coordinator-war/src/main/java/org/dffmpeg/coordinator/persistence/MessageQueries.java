package org.dffmpeg.coordinator.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.coordinator.core.delivery.Batch;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Reading messages without holding more text than a {@link Batch} may: nearly all are short and
 * come with the first query, the long ones that fit with a second. Thread-safe.
 */
final class MessageQueries {
  /** Longer bodies, in bytes, are left where they are until it is known that they fit. */
  private static final int SHORT = 4096;

  private static final String COLUMNS =
      "select m.messageId, function('octet_length', m.body),"
          + " case when function('octet_length', m.body) <= 4096 then substring(m.body, 1, 4096)"
          + " else '' end, o.sentThrough, o.sentAt from MessageRow m, ";
  private static final String OF_JOB = COLUMNS + "JobRow o where o.jobId = :owner and ";
  private static final String OF_WORKER = COLUMNS + "WorkerRow o where o.workerId = :owner and ";

  private final CurrentUnit unit;

  MessageQueries(CurrentUnit unit) {
    this.unit = unit;
  }

  /** A message as it was found; of a long one the body is still missing. */
  private record Found(
      String id, long bytes, String body, @Nullable String sentThrough, @Nullable Instant sentAt) {
    static Found of(Object[] row) {
      return new Found(
          (String) row[0],
          ((Number) row[1]).longValue(),
          (String) row[2],
          (String) row[3],
          (Instant) row[4]);
    }

    boolean isLong() {
      return bytes > SHORT;
    }
  }

  /** By the primary key of the messages. */
  Batch read(
      Channel channel, String condition, int limit, UnaryOperator<Selection<Object[]>> parameters) {
    String select = channel.isWorker() ? OF_WORKER : OF_JOB;
    List<Found> all =
        parameters
            .apply(
                unit.select(select + "m.channel = :channel and " + condition, Object[].class)
                    .with("owner", channel.owner())
                    .with("channel", channel.text())
                    .atMost(limit))
            .list(Found::of);
    List<Found> taken = fitting(all);
    Map<String, String> longBodies = longBodies(channel, taken);
    List<DownlinkMessage> messages =
        taken.stream()
            .map(found -> message(found, longBodies.getOrDefault(found.id(), found.body())))
            .toList();
    return new Batch(messages, all.size() == limit || taken.size() < all.size());
  }

  /** The first ones, as many as fit. */
  private static List<Found> fitting(List<Found> all) {
    List<Found> taken = new ArrayList<>();
    long bytes = 0;
    for (Found found : all) {
      bytes += found.bytes();
      if (bytes > Batch.MOST_BYTES && !taken.isEmpty()) {
        break;
      }
      taken.add(found);
    }
    return taken;
  }

  private Map<String, String> longBodies(Channel channel, List<Found> taken) {
    List<String> ids = taken.stream().filter(Found::isLong).map(Found::id).toList();
    Map<String, String> bodies = new HashMap<>();
    if (!ids.isEmpty()) {
      unit.select(
              "select m.messageId, m.body from MessageRow m"
                  + " where m.channel = :channel and m.messageId in :ids",
              Object[].class)
          .with("channel", channel.text())
          .with("ids", ids)
          .rows()
          .forEach(row -> bodies.put((String) row[0], (String) row[1]));
    }
    return bodies;
  }

  private static DownlinkMessage message(Found found, String body) {
    DownlinkMessage stored = Texts.toRecord(DownlinkMessage.class, body);
    String sentThrough = found.sentThrough();
    boolean sent = sentThrough != null && found.id().compareTo(sentThrough) <= 0;
    return sent
        ? new DownlinkMessage(
            stored.messageId(),
            stored.senderId(),
            stored.recipientId(),
            stored.jobId(),
            stored.timestamp(),
            found.sentAt(),
            stored.payload())
        : stored;
  }
}
