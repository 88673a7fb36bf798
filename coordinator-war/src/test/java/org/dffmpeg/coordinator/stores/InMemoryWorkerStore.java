package org.dffmpeg.coordinator.stores;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;

/** Workers in a map. */
record InMemoryWorkerStore(InMemoryState state) implements WorkerStore {
  @Override
  public Optional<Worker> find(WorkerId id) {
    return Optional.ofNullable(state.workers.get(id));
  }

  @Override
  public void insert(Worker worker) {
    ConflictException.unless(!state.workers.containsKey(worker.id()), worker.id());
    state.workers.put(worker.id(), worker);
  }

  @Override
  public boolean replace(Worker seen, Worker next) {
    Optional<Worker> now = unchanged(seen);
    now.ifPresent(
        worker -> put(next, worker.slotsUsed(), next.lastMessageId(), seen.version() + 1));
    return now.isPresent();
  }

  @Override
  public boolean takeSlots(Worker seen, Slots taken, MessageId lastMessageId) {
    Optional<Worker> free =
        unchanged(seen)
            .filter(Worker::takesJobs)
            .filter(now -> now.profile().slots().cover(now.slotsUsed().plus(taken)));
    free.ifPresent(now -> state.workers.put(now.id(), now.withSlotsTaken(taken, lastMessageId)));
    return free.isPresent();
  }

  @Override
  public void releaseSlots(WorkerId id, Slots taken) {
    find(id)
        .ifPresent(
            now ->
                put(
                    now,
                    now.slotsUsed().minus(held(now, taken)),
                    now.lastMessageId(),
                    now.version()));
  }

  /** A probe that holds no slot for probes holds one of the pool cpu. */
  private static Slots held(Worker worker, Slots taken) {
    boolean asCpu = taken.count(Slots.PROBE) > worker.slotsUsed().count(Slots.PROBE);
    return asCpu ? Slots.cpu(taken.total()) : taken;
  }

  @Override
  public boolean moveLastMessage(Worker seen, MessageId lastMessageId) {
    Optional<Worker> now = unchanged(seen);
    now.ifPresent(
        worker -> put(worker, worker.slotsUsed(), Optional.of(lastMessageId), seen.version() + 1));
    return now.isPresent();
  }

  private Optional<Worker> unchanged(Worker seen) {
    return find(seen.id()).filter(now -> now.version() == seen.version());
  }

  private void put(Worker worker, Slots slotsUsed, Optional<MessageId> last, long version) {
    state.workers.put(
        worker.id(),
        new Worker(
            worker.id(),
            worker.state(),
            worker.profile(),
            worker.registrationInterval(),
            worker.incarnation(),
            slotsUsed,
            worker.lease(),
            worker.token(),
            last,
            worker.hold(),
            version));
  }

  @Override
  public List<Worker> online() {
    return state.workers.values().stream()
        .filter(worker -> worker.state() == WorkerState.ONLINE)
        .toList();
  }

  @Override
  public List<Worker> free(JobClass mostUrgent) {
    return online().stream()
        .filter(worker -> state.pause.isEmpty())
        .filter(
            worker ->
                worker.free().total()
                    > (mostUrgent == JobClass.PROBE ? 0 : worker.free().count(Slots.PROBE)))
        .toList();
  }

  @Override
  public List<Worker> presentOrSeenSince(Instant since) {
    return state.workers.values().stream()
        .filter(
            worker ->
                worker.state() != WorkerState.OFFLINE || worker.lease().lastSeen().isAfter(since))
        .sorted(
            Comparator.comparing((Worker worker) -> !isPresent(worker))
                .thenComparing(worker -> worker.lease().lastSeen(), Comparator.reverseOrder())
                .thenComparing(Worker::id))
        .toList();
  }

  private static boolean isPresent(Worker worker) {
    return worker.state() == WorkerState.ONLINE || worker.state() == WorkerState.DRAINING;
  }

  @Override
  public List<Worker> overdue(Instant now, int longestInterval, int limit) {
    return state.workers.values().stream()
        .filter(worker -> worker.lease().until().filter(now::isAfter).isPresent())
        .filter(worker -> worker.registrationInterval() <= longestInterval)
        .limit(limit)
        .toList();
  }
}
