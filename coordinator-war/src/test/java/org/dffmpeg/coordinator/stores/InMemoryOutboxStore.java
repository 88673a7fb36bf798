package org.dffmpeg.coordinator.stores;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.coordinator.core.delivery.Batch;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.stores.InMemoryState.Mark;

/** Messages in a map for each channel. */
record InMemoryOutboxStore(InMemoryState state) implements OutboxStore {
  private static final MessageId START = UlidFactory.firstMessageIdAt(Instant.EPOCH);

  @Override
  public void append(Channel channel, List<DownlinkMessage> messages) {
    messages.forEach(message -> of(channel).put(message.messageId(), message));
  }

  @Override
  public Batch after(Channel channel, MessageId cursor, int limit) {
    return batch(stream(channel, cursor), limit);
  }

  @Override
  public Batch unsent(Channel channel, int limit) {
    return after(channel, mark(channel).map(Mark::through).orElse(START), limit);
  }

  @Override
  public boolean hasUnsentAbout(Channel channel, JobId job) {
    return stream(channel, mark(channel).map(Mark::through).orElse(START)).anyMatch(isAbout(job));
  }

  @Override
  public void markSent(Map<Channel, MessageId> through, Instant at) {
    through.forEach(
        (channel, id) ->
            state.marks.merge(
                channel.text(),
                new Mark(id, at),
                (old, fresh) -> old.through().compareTo(id) < 0 ? fresh : old));
  }

  @Override
  public void markUnsent(Channel channel) {
    state.marks.remove(channel.text());
  }

  @Override
  public void deleteRequests(Channel channel, JobId job) {
    of(channel).values().removeIf(isAbout(job).and(InMemoryOutboxStore::isRequest));
  }

  @Override
  public void deleteAbout(Channel channel, JobId job) {
    of(channel).values().removeIf(isAbout(job));
  }

  @Override
  public void deleteTokens(Channel channel) {
    of(channel)
        .values()
        .removeIf(message -> message.payload() instanceof Payload.VerifyRegistration);
  }

  @Override
  public void deleteHeard(Channel channel, MessageId token) {
    of(channel).headMap(token, true).values().removeIf(message -> !isRequest(message));
  }

  @Override
  public List<DownlinkMessage> logsAfter(JobId job, MessageId cursor, int limit) {
    return batch(logs(job, cursor), limit).messages();
  }

  @Override
  public List<DownlinkMessage> newestLogs(JobId job, int limit) {
    Stream<DownlinkMessage> newestFirst =
        logs(job, START).sorted(Comparator.comparing(DownlinkMessage::messageId).reversed());
    return batch(newestFirst, limit).messages().stream()
        .sorted(Comparator.comparing(DownlinkMessage::messageId))
        .toList();
  }

  private static Batch batch(Stream<DownlinkMessage> messages, int limit) {
    List<DownlinkMessage> all = messages.limit(limit).toList();
    long bytes = 0;
    int fitting = 0;
    for (DownlinkMessage message : all) {
      bytes += WireJson.write(message).length;
      if (bytes > Batch.MOST_BYTES && fitting > 0) {
        break;
      }
      fitting++;
    }
    return new Batch(all.subList(0, fitting), all.size() == limit || fitting < all.size());
  }

  private Stream<DownlinkMessage> logs(JobId job, MessageId cursor) {
    return stream(Channel.of(job), cursor)
        .filter(message -> message.payload() instanceof Payload.JobLogs);
  }

  private Stream<DownlinkMessage> stream(Channel channel, MessageId cursor) {
    return List.copyOf(of(channel).tailMap(cursor, false).values()).stream()
        .map(message -> withSentAt(message, mark(channel)));
  }

  private static DownlinkMessage withSentAt(DownlinkMessage message, Optional<Mark> mark) {
    return new DownlinkMessage(
        message.messageId(),
        message.senderId(),
        message.recipientId(),
        message.jobId(),
        message.timestamp(),
        mark.filter(sent -> message.messageId().compareTo(sent.through()) <= 0)
            .map(Mark::at)
            .orElse(null),
        message.payload());
  }

  private Optional<Mark> mark(Channel channel) {
    return Optional.ofNullable(state.marks.get(channel.text()));
  }

  private static Predicate<DownlinkMessage> isAbout(JobId job) {
    return message -> job.equals(message.jobId());
  }

  private static boolean isRequest(DownlinkMessage message) {
    return message.payload() instanceof Payload.JobRequest;
  }

  private NavigableMap<MessageId, DownlinkMessage> of(Channel channel) {
    return state.messages.computeIfAbsent(channel.text(), text -> new TreeMap<>());
  }
}
