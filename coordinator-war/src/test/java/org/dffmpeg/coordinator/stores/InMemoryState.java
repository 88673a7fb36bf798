package org.dffmpeg.coordinator.stores;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.coordinator.core.cluster.Coordinator;
import org.dffmpeg.coordinator.core.fleet.Pause;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.job.EndedAttempt;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.lease.ServicePresence;
import org.dffmpeg.coordinator.core.retention.Aged;
import org.dffmpeg.coordinator.core.retention.Sweep;

/** What the stores in memory hold. Guarded by the lock of {@link InMemoryStores}. */
final class InMemoryState {
  final NavigableMap<JobId, Job> jobs = new TreeMap<>();
  final NavigableMap<JobId, NavigableMap<Integer, EndedAttempt>> attempts = new TreeMap<>();
  final NavigableMap<WorkerId, Worker> workers = new TreeMap<>();
  final NavigableMap<String, NavigableMap<MessageId, DownlinkMessage>> messages = new TreeMap<>();
  final NavigableMap<String, Mark> marks = new TreeMap<>();
  final NavigableMap<CoordinatorId, Coordinator> coordinators = new TreeMap<>();
  final Map<Sweep, Aged> sweeps = new EnumMap<>(Sweep.class);
  Optional<ServicePresence> presence = Optional.empty();
  Optional<Pause> pause = Optional.empty();

  /** What was sent of a channel, and when. */
  record Mark(MessageId through, Instant at) {}

  InMemoryState copy() {
    InMemoryState copy = new InMemoryState();
    copy.set(this);
    return copy;
  }

  void set(InMemoryState other) {
    jobs.clear();
    jobs.putAll(other.jobs);
    attempts.clear();
    other.attempts.forEach((job, of) -> attempts.put(job, new TreeMap<>(of)));
    workers.clear();
    workers.putAll(other.workers);
    messages.clear();
    other.messages.forEach((channel, of) -> messages.put(channel, new TreeMap<>(of)));
    marks.clear();
    marks.putAll(other.marks);
    coordinators.clear();
    coordinators.putAll(other.coordinators);
    sweeps.clear();
    sweeps.putAll(other.sweeps);
    presence = other.presence;
    pause = other.pause;
  }
}
