package org.dffmpeg.coordinator.core.scheduling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.fleet.WorkerState;
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
    return !workers.isEmpty();
  }

  List<Worker> workers() {
    return new ArrayList<>(workers.values());
  }

  /** The worker as it was just read. */
  void put(Worker worker) {
    if (worker.state() == WorkerState.ONLINE && worker.hasFreeSlot()) {
      workers.put(worker.id(), worker);
    } else {
      workers.remove(worker.id());
    }
  }

  /** One more of its slots is taken. */
  void take(Worker worker) {
    put(worker.withSlotTaken());
  }
}
