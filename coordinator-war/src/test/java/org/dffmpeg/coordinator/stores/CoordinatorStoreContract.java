package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dffmpeg.coordinator.stores.Samples.NOW;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.coordinator.core.cluster.Coordinator;
import org.dffmpeg.coordinator.core.cluster.CoordinatorStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.junit.jupiter.api.Test;

/** What every {@link CoordinatorStore} promises. */
public abstract class CoordinatorStoreContract {
  private static final Coordinator FIRST = coordinator("00000000000000000000000001");
  private static final Coordinator SECOND = coordinator("00000000000000000000000002");

  protected abstract Stores stores();

  @Test
  void they_are_kept_in_the_order_of_their_starts() {
    insert(SECOND);
    insert(FIRST);

    assertThat(all()).containsExactly(FIRST, SECOND);
    assertThatThrownBy(() -> insert(FIRST)).isInstanceOf(ConflictException.class);
  }

  @Test
  void a_beat_is_noted_of_those_that_are_there() {
    insert(FIRST);

    assertThat(beats(FIRST)).isTrue();
    assertThat(beats(SECOND)).isFalse();

    assertThat(all()).extracting(Coordinator::lastSeen).containsExactly(NOW.plusSeconds(5));
  }

  @Test
  void one_that_leaves_is_gone() {
    insert(FIRST);
    insert(SECOND);

    delete(FIRST.id());
    delete(FIRST.id());

    assertThat(all()).containsExactly(SECOND);
  }

  @Test
  void those_silent_for_long_go_together() {
    insert(FIRST);
    insert(SECOND);
    beats(SECOND);

    assertThat(deletedOfBefore(NOW)).isZero();
    assertThat(deletedOfBefore(NOW.plusSeconds(5))).isEqualTo(1);

    assertThat(all()).extracting(Coordinator::id).containsExactly(SECOND.id());
  }

  private static Coordinator coordinator(String id) {
    return new Coordinator(new CoordinatorId(id), "http://h:8000", "0.1.0", NOW, NOW);
  }

  private void insert(Coordinator coordinator) {
    unit(
        store -> {
          store.insert(coordinator);
          return coordinator;
        });
  }

  /** Five seconds later. */
  private boolean beats(Coordinator coordinator) {
    return unit(store -> store.beat(coordinator.id(), NOW.plusSeconds(5)));
  }

  private int deletedOfBefore(Instant then) {
    return unit(store -> store.deleteSilentSince(then));
  }

  private void delete(CoordinatorId id) {
    unit(
        store -> {
          store.delete(id);
          return id;
        });
  }

  private List<Coordinator> all() {
    return unit(CoordinatorStore::all);
  }

  private <T> T unit(Function<CoordinatorStore, T> work) {
    return stores().transactions().write(unit -> work.apply(stores().coordinators()));
  }
}
