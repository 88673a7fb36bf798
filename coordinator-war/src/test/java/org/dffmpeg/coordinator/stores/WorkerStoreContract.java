package org.dffmpeg.coordinator.stores;

import static org.dffmpeg.coordinator.stores.Samples.W1;
import static org.dffmpeg.coordinator.stores.Samples.worker;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;

/** How the contracts of a {@link WorkerStore} use one: a unit for each question. */
abstract class WorkerStoreContract {
  protected abstract Stores stores();

  static WorkerId id(String text) {
    return new WorkerId(text);
  }

  final void insert(Worker worker) {
    change(workers -> workers.insert(worker));
  }

  final boolean takeSlot(Worker seen) {
    return changed(workers -> workers.takeSlots(seen, Slots.cpu(1), SequentialIds.message(5)));
  }

  final void release() {
    change(workers -> workers.releaseSlots(W1, Slots.cpu(1)));
  }

  final Worker find() {
    return stored().orElseThrow();
  }

  final Optional<Worker> stored() {
    return stores().transactions().read(unit -> stores().workers().find(W1));
  }

  final List<Worker> list(Function<WorkerStore, List<Worker>> question) {
    return stores().transactions().read(unit -> question.apply(stores().workers()));
  }

  final boolean changed(Predicate<WorkerStore> change) {
    return stores().transactions().write(unit -> change.test(stores().workers()));
  }

  final void change(Consumer<WorkerStore> change) {
    stores()
        .transactions()
        .write(
            unit -> {
              change.accept(stores().workers());
              return unit;
            });
  }
}
