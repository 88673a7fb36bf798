package org.dffmpeg.coordinator.core.scheduling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.fleet.Worker;

/**
 * The workers with a free slot, as far as one pass of the scheduler knows. Confined to the pass.
 */
final class FreeSlots {
  private final Map<WorkerId, Worker> workers = new LinkedHashMap<>();

  FreeSlots(List<Worker> online) {
    online.forEach(this::put);
  }

  boolean any() {
    return anyForProbes() || anyForOthers();
  }

  boolean anyForProbes() {
    return workers.values().stream().anyMatch(worker -> worker.free().count(Slots.PROBE) > 0);
  }

  boolean anyForOthers() {
    return workers.values().stream().anyMatch(FreeSlots::hasForOthers);
  }

  private static boolean hasForOthers(Worker worker) {
    Slots free = worker.free();
    return free.total() > free.count(Slots.PROBE);
  }

  List<Worker> workers() {
    return new ArrayList<>(workers.values());
  }

  /** The worker as it is now. */
  void put(Worker worker) {
    if (worker.takesJobs() && worker.free().total() > 0) {
      workers.put(worker.id(), worker);
    } else {
      remove(worker.id());
    }
  }

  /** It is gone, or takes no jobs any more. */
  void remove(WorkerId worker) {
    workers.remove(worker);
  }
}
