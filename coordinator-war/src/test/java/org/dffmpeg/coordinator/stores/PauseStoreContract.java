package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.coordinator.core.fleet.Pause;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.junit.jupiter.api.Test;

/** What every {@link PauseStore} promises. */
public abstract class PauseStoreContract {
  private static final Pause PAUSE = new Pause(new ClientId("root"), Samples.NOW);

  protected abstract Stores stores();

  @Test
  void a_pause_comes_back_until_it_is_deleted() {
    assertThat(find()).isEmpty();

    change(pauses -> pauses.insert(PAUSE));
    assertThat(find()).contains(PAUSE);

    change(PauseStore::delete);
    change(PauseStore::delete);
    assertThat(find()).isEmpty();
  }

  @Test
  void there_is_one_pause_at_a_time() {
    change(pauses -> pauses.insert(PAUSE));

    assertThatThrownBy(() -> change(pauses -> pauses.insert(PAUSE)))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void while_there_is_a_pause_no_worker_is_free() {
    change(pauses -> stores().workers().insert(Samples.worker("w1", 4)));
    assertThat(free()).containsExactly(Samples.W1);

    change(pauses -> pauses.insert(PAUSE));

    assertThat(free()).isEmpty();
  }

  private List<WorkerId> free() {
    return stores()
        .transactions()
        .read(unit -> stores().workers().free(JobClass.NORMAL).stream().map(Worker::id).toList());
  }

  private Optional<Pause> find() {
    return stores().transactions().read(unit -> stores().pauses().find());
  }

  private void change(Consumer<PauseStore> change) {
    stores()
        .transactions()
        .write(
            unit -> {
              change.accept(stores().pauses());
              return unit;
            });
  }
}
