package org.dffmpeg.coordinator.stores;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.retention.Aged;
import org.dffmpeg.coordinator.core.retention.RetentionStore;
import org.dffmpeg.coordinator.core.retention.Sweep;

/** Deletion from maps. */
record InMemoryRetentionStore(InMemoryState state) implements RetentionStore {
  @Override
  public List<Aged> endedJobs(Aged cursor, Instant before, int limit) {
    return page(ended(), cursor, before, limit);
  }

  private Stream<Aged> ended() {
    return state.jobs.values().stream()
        .flatMap(job -> job.end().map(end -> new Aged(end.at(), job.id().value())).stream());
  }

  @Override
  public Optional<Instant> oldestOfNewest(int count) {
    return ended().map(Aged::since).sorted(Comparator.reverseOrder()).skip(count - 1L).findFirst();
  }

  @Override
  public List<Aged> offlineWorkers(Aged cursor, Instant before, int limit) {
    Stream<Aged> offline =
        state.workers.values().stream()
            .filter(worker -> worker.state() == WorkerState.OFFLINE)
            .map(worker -> new Aged(worker.lease().lastSeen(), worker.id().value()));
    return page(offline, cursor, before, limit);
  }

  private static List<Aged> page(Stream<Aged> all, Aged cursor, Instant before, int limit) {
    return all.filter(aged -> aged.compareTo(cursor) > 0 && aged.since().isBefore(before))
        .sorted()
        .limit(limit)
        .toList();
  }

  @Override
  public int deleteLogs(JobId job, int most) {
    return delete(Channel.of(job), InMemoryRetentionStore::isOutput, most);
  }

  @Override
  public int deleteNews(JobId job, int most) {
    return delete(Channel.of(job), message -> !isOutput(message), most);
  }

  @Override
  public int deleteMessages(JobId job, int most) {
    return delete(Channel.of(job), message -> true, most);
  }

  private static boolean isOutput(DownlinkMessage message) {
    return message.payload() instanceof Payload.JobLogs;
  }

  @Override
  public void deleteEnded(List<JobId> jobs) {
    for (JobId id : jobs) {
      state.jobs.computeIfPresent(id, (key, job) -> job.end().isPresent() ? null : job);
      delete(Channel.of(id), message -> true, Integer.MAX_VALUE);
    }
  }

  private int delete(Channel channel, Predicate<DownlinkMessage> which, int most) {
    NavigableMap<MessageId, DownlinkMessage> messages =
        state.messages.getOrDefault(channel.text(), new TreeMap<>());
    List<MessageId> first =
        messages.values().stream()
            .filter(which)
            .limit(most)
            .map(DownlinkMessage::messageId)
            .toList();
    first.forEach(messages::remove);
    return first.size();
  }

  @Override
  public void deleteOffline(WorkerId id, Instant before) {
    boolean over =
        Optional.ofNullable(state.workers.get(id))
            .filter(worker -> worker.state() == WorkerState.OFFLINE)
            .filter(worker -> !worker.lease().lastSeen().isAfter(before))
            .filter(worker -> new InMemoryJobStore(state).heldBy(id).isEmpty())
            .isPresent();
    if (over) {
      state.workers.remove(id);
      delete(Channel.of(id), message -> true, Integer.MAX_VALUE);
    }
  }

  @Override
  public Aged mark(Sweep sweep) {
    return state.sweeps.getOrDefault(sweep, Aged.FIRST);
  }

  @Override
  public void moveMark(Sweep sweep, Aged through) {
    state.sweeps.merge(sweep, through, (old, next) -> old.compareTo(next) < 0 ? next : old);
  }
}
