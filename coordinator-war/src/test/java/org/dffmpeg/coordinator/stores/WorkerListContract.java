package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.Worker.Lease;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.junit.jupiter.api.Test;

/** Which workers of a {@link WorkerStore} there are, and which were not heard of. */
public abstract class WorkerListContract extends WorkerStoreContract {
  @Test
  void online_workers_are_listed() {
    for (WorkerState state : WorkerState.values()) {
      insert(worker(state.wireName(), state, 4));
    }

    assertThat(list(WorkerStore::online)).extracting(Worker::id).containsExactly(id("online"));
  }

  @Test
  void present_workers_come_first_then_the_latest_seen() {
    insert(seen("b", WorkerState.ONLINE, 50));
    insert(seen("a", WorkerState.ONLINE, 50));
    insert(seen("c", WorkerState.DRAINING, 10));
    insert(seen("d", WorkerState.REGISTERING, 1));
    insert(seen("e", WorkerState.OFFLINE, 5));
    insert(seen("f", WorkerState.OFFLINE, 500));

    assertThat(list(workers -> workers.presentOrSeenSince(NOW.minusSeconds(100))))
        .extracting(Worker::id)
        .containsExactly(id("c"), id("a"), id("b"), id("d"), id("e"));
  }

  private static Worker seen(String id, WorkerState state, int secondsAgo) {
    return leased(id, state, NOW.minus(Duration.ofSeconds(secondsAgo)), Optional.of(NOW));
  }

  @Test
  void workers_are_overdue_after_their_lease_if_their_interval_is_short_enough() {
    insert(leased("late", WorkerState.ONLINE, NOW, Optional.of(NOW.minusSeconds(1))));
    insert(leased("good", WorkerState.ONLINE, NOW, Optional.of(NOW.plusSeconds(1))));
    insert(leased("gone", WorkerState.OFFLINE, NOW, Optional.empty()));

    assertThat(list(workers -> workers.overdue(NOW, 15, 10)))
        .extracting(Worker::id)
        .containsExactly(id("late"));
    assertThat(list(workers -> workers.overdue(NOW, 14, 10))).isEmpty();
  }

  private static Worker leased(
      String id, WorkerState state, Instant lastSeen, Optional<Instant> until) {
    Worker worker = worker(id, state, 4);
    return new Worker(
        worker.id(),
        state,
        worker.profile(),
        worker.registrationInterval(),
        worker.incarnation(),
        Slots.NONE,
        new Lease(lastSeen, until),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }
}
