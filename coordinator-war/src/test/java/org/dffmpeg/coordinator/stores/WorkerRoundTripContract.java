package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.able;
import static org.dffmpeg.coordinator.stores.Samples.worker;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.Worker.Token;
import org.dffmpeg.coordinator.core.fleet.WorkerProfile;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes into a {@link WorkerStore} comes out of it, and changes by compare-and-set. */
public abstract class WorkerRoundTripContract extends WorkerStoreContract {
  @ParameterizedTest
  @EnumSource(WorkerState.class)
  void a_worker_comes_back_as_it_was_stored(WorkerState state) {
    Worker stored = worker("w1", state, 4, "Media", "TV");

    insert(stored);

    assertThat(find()).isEqualTo(stored);
  }

  @Test
  void what_a_worker_can_comes_back_whatever_others_can() {
    insert(able(worker("w1", 4), "encoder:libx264", "filter:scale"));
    insert(able(worker("w2", 4), "encoder:libx264", "filter:scale"));
    insert(able(worker("w3", 4), "encoder:h264_nvenc"));

    assertThat(list(WorkerStore::online))
        .extracting(worker -> worker.profile().capabilities())
        .containsExactly(
            Capabilities.of(List.of("encoder:libx264", "filter:scale")),
            Capabilities.of(List.of("encoder:libx264", "filter:scale")),
            Capabilities.of(List.of("encoder:h264_nvenc")));
    assertThat(find().profile().fingerprint()).contains("f".repeat(64));
  }

  @Test
  void as_many_and_as_long_names_as_there_may_be_are_kept() {
    String[] names =
        IntStream.range(0, Capabilities.MOST)
            .mapToObj(i -> "x".repeat(96) + (1000 + i))
            .toArray(String[]::new);

    insert(able(worker("w1", 4), names));

    assertThat(find().profile().capabilities()).hasSize(Capabilities.MOST).contains(names[0]);
  }

  @Test
  void what_a_worker_can_is_replaced_and_leaves_the_others_alone() {
    insert(able(worker("w1", 4), "encoder:a"));
    insert(able(worker("w2", 4), "encoder:a"));
    Worker seen = find();

    assertThat(changed(workers -> workers.replace(seen, able(seen, "encoder:b")))).isTrue();
    assertThat(list(WorkerStore::online))
        .extracting(worker -> worker.profile().capabilities())
        .containsExactly(
            Capabilities.of(List.of("encoder:b")), Capabilities.of(List.of("encoder:a")));
  }

  @Test
  void what_a_worker_can_goes_and_comes_with_it() {
    insert(able(worker("w1", 4), "encoder:a"));
    Worker seen = find();

    assertThat(changed(workers -> workers.replace(seen, seen.offline(NOW)))).isTrue();
    Worker gone = find();
    assertThat(gone.profile()).isEqualTo(WorkerProfile.NOTHING);
    assertThat(changed(workers -> workers.replace(gone, able(gone, "encoder:a")))).isTrue();
    assertThat(find().profile().capabilities()).containsExactly("encoder:a");
  }

  @Test
  void an_unknown_worker_is_not_found() {
    assertThat(stored()).isEmpty();
  }

  @Test
  void an_id_is_taken_once() {
    insert(worker("w1", 4));

    assertThatThrownBy(() -> insert(worker("w1", 4))).isInstanceOf(ConflictException.class);
  }

  @Test
  void everything_but_the_used_slots_is_replaced() {
    insert(worker("w1", 4));
    takeSlot(find());
    Worker seen = find();
    Worker next = withToken(seen.offline(NOW.plusSeconds(1)));

    boolean first = changed(workers -> workers.replace(seen, next));

    assertThat(first).isTrue();
    assertThat(find())
        .usingRecursiveComparison()
        .ignoringFields("version", "slotsUsed")
        .isEqualTo(next);
    assertThat(find().slotsUsed()).isEqualTo(Slots.cpu(1));
    assertThat(find().version()).isEqualTo(seen.version() + 1);
  }

  private static Worker withToken(Worker worker) {
    return new Worker(
        worker.id(),
        worker.state(),
        worker.profile(),
        worker.registrationInterval(),
        worker.incarnation(),
        Slots.NONE,
        worker.lease(),
        Optional.of(new Token("text", SequentialIds.message(9))),
        Optional.of(SequentialIds.message(9)),
        Optional.of(WorkerHold.DRAINING),
        worker.version());
  }

  @Test
  void only_the_first_of_two_who_saw_the_same_worker_wins() {
    insert(worker("w1", 4));
    Worker seen = find();

    assertThat(changed(workers -> workers.replace(seen, seen.offline(NOW)))).isTrue();
    assertThat(changed(workers -> workers.replace(seen, seen))).isFalse();
  }

  @Test
  void the_last_message_moves_by_compare_and_set() {
    insert(worker("w1", 4));
    Worker seen = find();

    assertThat(changed(workers -> workers.moveLastMessage(seen, SequentialIds.message(3))))
        .isTrue();
    assertThat(changed(workers -> workers.moveLastMessage(seen, SequentialIds.message(4))))
        .isFalse();
    assertThat(find().lastMessageId()).contains(SequentialIds.message(3));
  }
}
