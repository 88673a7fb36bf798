package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dffmpeg.coordinator.stores.Samples.NOW;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.lease.ServicePresence;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.junit.jupiter.api.Test;

/** What every {@link PresenceStore} promises. */
public abstract class PresenceStoreContract {
  private static final ServicePresence FIRST = new ServicePresence(NOW, NOW, 0);

  protected abstract Stores stores();

  @Test
  void there_is_one_presence() {
    assertThat(find()).isEmpty();

    insert();

    assertThat(find()).contains(FIRST);
    assertThatThrownBy(this::insert).isInstanceOf(ConflictException.class);
  }

  @Test
  void only_the_first_of_two_who_saw_the_same_presence_wins() {
    insert();
    ServicePresence next = new ServicePresence(NOW.plusSeconds(10), NOW, 0);

    assertThat(replaced(store -> store.replace(FIRST, next))).isTrue();
    assertThat(replaced(store -> store.replace(FIRST, FIRST))).isFalse();
    assertThat(find()).contains(new ServicePresence(NOW.plusSeconds(10), NOW, 1));
  }

  private void insert() {
    write(
        store -> {
          store.insert(FIRST);
          return FIRST;
        });
  }

  private Optional<ServicePresence> find() {
    return write(PresenceStore::find);
  }

  private boolean replaced(Predicate<PresenceStore> change) {
    return write(change::test);
  }

  private <T> T write(Function<PresenceStore, T> change) {
    return stores().transactions().write(unit -> change.apply(stores().presence()));
  }
}
