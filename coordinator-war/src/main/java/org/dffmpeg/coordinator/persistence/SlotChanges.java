package org.dffmpeg.coordinator.persistence;

import java.util.Optional;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.tx.ConflictException;

/** Taking slots of a worker and giving them back, by guarded updates of its row. Stateless. */
final class SlotChanges {
  /** Far more than there are coordinators that could be in each other's way. */
  private static final int MOST_TRIES = 20;

  private static final String TAKE =
      "update WorkerRow w set w.slotsUsed = w.slotsUsed + :cpu,"
          + " w.probeSlotsUsed = w.probeSlotsUsed + :probe, w.otherSlotsUsed = :others,"
          + " w.lastMessageId = :message, w.rowVersion = w.rowVersion + 1"
          + " where w.workerId = :id and w.rowVersion = :seen and w.state = 'online' and w.hold is null"
          + " and w.slotsUsed + :cpu <= w.slots and w.probeSlotsUsed + :probe <= w.probeSlots"
          + " and w.otherSlotsUsed = :othersSeen";

  private static final String RELEASE =
      "update WorkerRow w set w.slotsUsed = w.slotsUsed - :cpu,"
          + " w.probeSlotsUsed = w.probeSlotsUsed - :probe"
          + " where w.workerId = :id and w.slotsUsed >= :cpu and w.probeSlotsUsed >= :probe";

  private static final String RELEASE_OTHERS =
      "update WorkerRow w set w.otherSlotsUsed = :others"
          + " where w.workerId = :id and w.otherSlotsUsed = :othersSeen";

  private SlotChanges() {}

  static boolean take(CurrentUnit unit, Worker seen, Slots taken, MessageId message) {
    Slots used = seen.slotsUsed().plus(taken);
    return seen.profile().slots().cover(used)
        && unit.change(TAKE)
            .with("cpu", taken.count(Slots.CPU))
            .with("probe", taken.count(Slots.PROBE))
            .with("others", SlotColumns.ofOthers(used))
            .with("othersSeen", SlotColumns.ofOthers(seen.slotsUsed()))
            .with("message", message.value())
            .with("id", seen.id().value())
            .with("seen", seen.version())
            .hit();
  }

  static void release(CurrentUnit unit, WorkerId id, Slots taken) {
    int cpu = taken.count(Slots.CPU);
    int probe = taken.count(Slots.PROBE);
    if (cpu + probe > 0 && !isGivenBack(unit, id, cpu, probe) && probe > 0) {
      isGivenBack(unit, id, cpu + probe, 0); // taken by a version that kept none apart for probes
    }
    Slots others = SlotColumns.others(taken);
    if (others.total() > 0) {
      releaseOthers(unit, id, others);
    }
  }

  private static boolean isGivenBack(CurrentUnit unit, WorkerId id, int cpu, int probe) {
    return unit.change(RELEASE).with("cpu", cpu).with("probe", probe).with("id", id.value()).hit();
  }

  private static void releaseOthers(CurrentUnit unit, WorkerId id, Slots taken) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<String> seen = othersUsed(unit, id);
      if (seen.isEmpty() || isGivenBack(unit, id, seen.get(), taken)) {
        return;
      }
    }
    throw new ConflictException("slots of " + id);
  }

  private static Optional<String> othersUsed(CurrentUnit unit, WorkerId id) {
    return unit.select(
            "select w.otherSlotsUsed from WorkerRow w where w.workerId = :id", String.class)
        .with("id", id.value())
        .first(text -> text);
  }

  private static boolean isGivenBack(CurrentUnit unit, WorkerId id, String seen, Slots taken) {
    return unit.change(RELEASE_OTHERS)
        .with("others", Texts.ofSlots(Texts.toSlots(seen).minus(taken)))
        .with("othersSeen", seen)
        .with("id", id.value())
        .hit();
  }
}
