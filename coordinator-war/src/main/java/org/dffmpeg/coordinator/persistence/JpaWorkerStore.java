package org.dffmpeg.coordinator.persistence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;

/**
 * Workers in the table {@code workers}, their capabilities in {@link CapabilitySets}. Thread-safe.
 */
final class JpaWorkerStore implements WorkerStore {
  private static final String REPLACE =
      "update WorkerRow w set"
          + " w.state = :state,"
          + " w.capabilitiesHash = :capabilitiesHash,"
          + " w.fingerprint = :fingerprint,"
          + " w.setAside = :setAside,"
          + " w.binaries = :binaries,"
          + " w.paths = :paths,"
          + " w.version = :version,"
          + " w.slots = :slots,"
          + " w.probeSlots = :probeSlots,"
          + " w.otherSlots = :otherSlots,"
          + " w.registrationInterval = :registrationInterval,"
          + " w.incarnation = :incarnation,"
          + " w.lastSeen = :lastSeen,"
          + " w.leaseUntil = :leaseUntil,"
          + " w.token = :token,"
          + " w.tokenMessageId = :tokenMessageId,"
          + " w.lastMessageId = :lastMessageId,"
          + " w.hold = :hold,"
          + " w.rowVersion = w.rowVersion + 1"
          + " where w.workerId = :id and w.rowVersion = :seen";

  private static final String MOVE_LAST_MESSAGE =
      "update WorkerRow w set w.lastMessageId = :message, w.rowVersion = w.rowVersion + 1"
          + " where w.workerId = :id and w.rowVersion = :seen";

  private static final String FREE_FOR_OTHERS =
      "w.slotsUsed < w.slots or w.otherSlotsUsed <> w.otherSlots";
  private static final String FREE_FOR_ANY =
      FREE_FOR_OTHERS + " or w.probeSlotsUsed < w.probeSlots";

  private static final Comparator<Worker> PRESENT_FIRST =
      Comparator.comparing((Worker worker) -> !isPresent(worker))
          .thenComparing(worker -> worker.lease().lastSeen(), Comparator.reverseOrder())
          .thenComparing(Worker::id);

  private final CurrentUnit unit;
  private final CapabilitySets capabilities;

  JpaWorkerStore(CurrentUnit unit) {
    this.unit = unit;
    this.capabilities = new CapabilitySets(unit);
  }

  @Override
  public Optional<Worker> find(WorkerId id) {
    return workers(
            unit.select("select w from WorkerRow w where w.workerId = :id", WorkerRow.class)
                .with("id", id.value()))
        .findFirst();
  }

  @Override
  public void insert(Worker worker) {
    capabilities.keep(worker.profile().capabilities());
    unit.insert(WorkerRows.of(worker));
  }

  @Override
  public boolean replace(Worker seen, Worker next) {
    Capabilities before = seen.profile().capabilities();
    Capabilities after = next.profile().capabilities();
    if (before.hash().equals(after.hash())) {
      return write(seen, next);
    }
    capabilities.keep(after);
    boolean first = write(seen, next);
    if (first) {
      capabilities.dropUnused(before);
    }
    return first;
  }

  private boolean write(Worker seen, Worker next) {
    WorkerRow row = WorkerRows.of(next);
    return unit.change(REPLACE)
        .with("state", row.state)
        .with("capabilitiesHash", row.capabilitiesHash)
        .with("fingerprint", row.fingerprint)
        .with("setAside", row.setAside)
        .with("binaries", row.binaries)
        .with("paths", row.paths)
        .with("version", row.version)
        .with("slots", row.slots)
        .with("probeSlots", row.probeSlots)
        .with("otherSlots", row.otherSlots)
        .with("registrationInterval", row.registrationInterval)
        .with("incarnation", row.incarnation)
        .with("lastSeen", row.lastSeen)
        .with("leaseUntil", row.leaseUntil)
        .with("token", row.token)
        .with("tokenMessageId", row.tokenMessageId)
        .with("lastMessageId", row.lastMessageId)
        .with("hold", row.hold)
        .with("id", row.workerId)
        .with("seen", seen.version())
        .hit();
  }

  @Override
  public boolean takeSlots(Worker seen, Slots taken, MessageId lastMessageId) {
    return SlotChanges.take(unit, seen, taken, lastMessageId);
  }

  @Override
  public void releaseSlots(WorkerId id, Slots taken) {
    SlotChanges.release(unit, id, taken);
  }

  @Override
  public boolean moveLastMessage(Worker seen, MessageId lastMessageId) {
    return unit.change(MOVE_LAST_MESSAGE)
        .with("message", lastMessageId.value())
        .with("id", seen.id().value())
        .with("seen", seen.version())
        .hit();
  }

  /** Index workers_by_state. */
  @Override
  public List<Worker> online() {
    return workers(
            unit.select(
                "select w from WorkerRow w where w.state = 'online' order by w.workerId",
                WorkerRow.class))
        .toList();
  }

  /** Index workers_by_state and the primary key of queue_pause. */
  @Override
  public List<Worker> free(JobClass mostUrgent) {
    String slot = mostUrgent == JobClass.PROBE ? FREE_FOR_ANY : FREE_FOR_OTHERS;
    return workers(
            unit.select(
                    "select w from WorkerRow w where w.state = 'online' and ("
                        + slot
                        + ") and not exists (select p.id from PauseRow p where p.id = :pause)"
                        + " order by w.workerId",
                    WorkerRow.class)
                .with("pause", PauseRow.ID))
        .toList();
  }

  /** Indexes workers_by_state and workers_by_last_seen. */
  @Override
  public List<Worker> presentOrSeenSince(Instant since) {
    Stream<Worker> present =
        workers(
            unit.select(
                "select w from WorkerRow w where w.state in ('online', 'draining', 'registering')",
                WorkerRow.class));
    Stream<Worker> former =
        workers(
            unit.select(
                    "select w from WorkerRow w where w.lastSeen > :since and w.state = 'offline'",
                    WorkerRow.class)
                .with("since", since));
    return Stream.concat(present, former).sorted(PRESENT_FIRST).toList();
  }

  /** Index workers_by_lease. */
  @Override
  public List<Worker> overdue(Instant now, int longestInterval, int limit) {
    return workers(
            unit.select(
                    "select w from WorkerRow w where w.leaseUntil < :now"
                        + " and w.registrationInterval <= :longest order by w.leaseUntil",
                    WorkerRow.class)
                .with("now", now)
                .with("longest", longestInterval)
                .atMost(limit))
        .toList();
  }

  private Stream<Worker> workers(Selection<WorkerRow> query) {
    return query.rows().stream()
        .map(row -> WorkerRows.toWorker(row, capabilities.of(row.capabilitiesHash)));
  }

  private static boolean isPresent(Worker worker) {
    return worker.state() == WorkerState.ONLINE || worker.state() == WorkerState.DRAINING;
  }
}
