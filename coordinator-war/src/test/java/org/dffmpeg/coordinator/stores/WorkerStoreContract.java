package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.W1;
import static org.dffmpeg.coordinator.stores.Samples.able;
import static org.dffmpeg.coordinator.stores.Samples.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.Worker.Lease;
import org.dffmpeg.coordinator.core.fleet.Worker.Token;
import org.dffmpeg.coordinator.core.fleet.WorkerProfile;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link WorkerStore} promises. */
public abstract class WorkerStoreContract {
  protected abstract Stores stores();

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
  void a_slot_is_taken_with_the_last_message_of_the_channel() {
    insert(worker("w1", 4));

    boolean taken = takeSlot(find());

    assertThat(taken).isTrue();
    assertThat(find().slotsUsed()).isEqualTo(Slots.cpu(1));
    assertThat(find().lastMessageId()).contains(SequentialIds.message(5));
  }

  @Test
  void a_worker_is_known_after_slots_were_taken_without_reading_it_again() {
    insert(worker("w1", 4));
    Worker seen = find();

    takeSlot(seen);

    assertThat(seen.withSlotsTaken(Slots.cpu(1), SequentialIds.message(5))).isEqualTo(find());
  }

  @Test
  void a_slot_is_not_taken_twice_on_one_sight() {
    insert(worker("w1", 4));
    Worker seen = find();

    assertThat(takeSlot(seen)).isTrue();
    assertThat(takeSlot(seen)).isFalse();
    assertThat(find().slotsUsed()).isEqualTo(Slots.cpu(1));
  }

  @Test
  void the_last_slot_is_the_last() {
    insert(worker("w1", 1));
    takeSlot(find());

    assertThat(takeSlot(find())).isFalse();
  }

  @Test
  void every_pool_is_taken_and_given_back_by_itself() {
    insert(pools(Map.of("cpu", 4, "probe", 2, "nvenc0", 3)));
    Slots encode = new Slots(Map.of("cpu", 2, "nvenc0", 1));
    Slots probe = new Slots(Map.of("probe", 1));

    assertThat(take(encode)).isTrue();
    assertThat(take(probe)).isTrue();
    assertThat(take(encode)).isTrue();
    assertThat(take(encode)).as("no cpu is left").isFalse();
    assertThat(find().slotsUsed()).isEqualTo(new Slots(Map.of("cpu", 4, "probe", 1, "nvenc0", 2)));

    change(workers -> workers.releaseSlots(W1, encode));
    assertThat(find().slotsUsed()).isEqualTo(new Slots(Map.of("cpu", 2, "probe", 1, "nvenc0", 1)));
    change(workers -> workers.releaseSlots(W1, probe));
    change(workers -> workers.releaseSlots(W1, encode));
    assertThat(find().slotsUsed()).isEqualTo(Slots.NONE);
  }

  @Test
  void a_probe_that_was_given_a_cpu_slot_by_an_older_version_gives_that_back() {
    insert(pools(Map.of("cpu", 2, "probe", 1)));
    take(Slots.cpu(2));

    change(workers -> workers.releaseSlots(W1, new Slots(Map.of("probe", 1))));

    assertThat(find().slotsUsed()).isEqualTo(Slots.cpu(1));
  }

  @Test
  void a_pool_that_the_worker_does_not_have_is_not_taken() {
    insert(worker("w1", 4));

    assertThat(take(new Slots(Map.of("nvenc0", 1)))).isFalse();
    assertThat(take(new Slots(Map.of("probe", 1)))).isFalse();
  }

  @Test
  void a_pool_that_was_given_back_meanwhile_is_not_taken_on_an_old_sight() {
    insert(pools(Map.of("cpu", 1, "nvenc0", 2)));
    Slots session = new Slots(Map.of("nvenc0", 1));
    take(session);
    Worker seen = find();
    change(workers -> workers.releaseSlots(W1, session));

    changed(workers -> workers.takeSlots(seen, session, SequentialIds.message(6)));

    assertThat(find().slotsUsed().count("nvenc0")).isLessThanOrEqualTo(1);
  }

  private boolean take(Slots slots) {
    Worker seen = find();
    return changed(workers -> workers.takeSlots(seen, slots, SequentialIds.message(5)));
  }

  private static Worker pools(Map<String, Integer> slots) {
    Worker plain = worker("w1", 4);
    WorkerProfile profile = plain.profile();
    return new Worker(
        plain.id(),
        plain.state(),
        new WorkerProfile(
            profile.capabilities(),
            profile.binaries(),
            profile.paths(),
            profile.version(),
            new Slots(slots),
            profile.fingerprint(),
            profile.setAside()),
        plain.registrationInterval(),
        plain.incarnation(),
        Slots.NONE,
        plain.lease(),
        plain.token(),
        plain.lastMessageId(),
        plain.hold(),
        plain.version());
  }

  @ParameterizedTest
  @EnumSource(
      value = WorkerState.class,
      names = {"OFFLINE", "REGISTERING", "DRAINING"})
  void a_worker_that_is_not_online_gives_no_slot(WorkerState state) {
    insert(worker("w1", state, 4));

    assertThat(takeSlot(find())).isFalse();
  }

  @Test
  void a_worker_that_is_held_gives_no_slot() {
    insert(worker("w1", 4));
    Worker seen = find();
    changed(workers -> workers.replace(seen, seen.withHold(Optional.of(WorkerHold.PAUSED))));

    assertThat(takeSlot(find())).isFalse();
  }

  @Test
  void a_slot_is_given_back_whatever_happened_meanwhile_and_disturbs_nobody() {
    insert(worker("w1", 4));
    takeSlot(find());
    Worker seen = find();

    release();

    assertThat(find().slotsUsed()).isEqualTo(Slots.NONE);
    assertThat(changed(workers -> workers.replace(seen, seen.offline(NOW)))).isTrue();
  }

  @Test
  void there_are_never_fewer_than_no_slots_used() {
    insert(worker("w1", 4));

    release();

    assertThat(find().slotsUsed()).isEqualTo(Slots.NONE);
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

  @Test
  void a_worker_is_free_as_long_as_a_slot_is() {
    insert(pools(Map.of("cpu", 1, "probe", 1, "nvenc0", 1)));
    insert(worker("away", WorkerState.OFFLINE, 4));
    assertFree(true, true);

    take(Slots.cpu(1));
    assertFree(true, true);

    take(new Slots(Map.of("nvenc0", 1)));
    assertFree(true, false);

    take(new Slots(Map.of("probe", 1)));
    assertFree(false, false);
  }

  private void assertFree(boolean forProbes, boolean forOthers) {
    assertThat(list(workers -> workers.free(JobClass.PROBE))).hasSize(forProbes ? 1 : 0);
    assertThat(list(workers -> workers.free(JobClass.LIVE))).hasSize(forOthers ? 1 : 0);
  }

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

  private static WorkerId id(String text) {
    return new WorkerId(text);
  }

  private void insert(Worker worker) {
    change(workers -> workers.insert(worker));
  }

  private boolean takeSlot(Worker seen) {
    return changed(workers -> workers.takeSlots(seen, Slots.cpu(1), SequentialIds.message(5)));
  }

  private void release() {
    change(workers -> workers.releaseSlots(W1, Slots.cpu(1)));
  }

  private Worker find() {
    return stored().orElseThrow();
  }

  private Optional<Worker> stored() {
    return stores().transactions().read(unit -> stores().workers().find(W1));
  }

  private List<Worker> list(Function<WorkerStore, List<Worker>> question) {
    return stores().transactions().read(unit -> question.apply(stores().workers()));
  }

  private boolean changed(Predicate<WorkerStore> change) {
    return stores().transactions().write(unit -> change.test(stores().workers()));
  }

  private void change(Consumer<WorkerStore> change) {
    stores()
        .transactions()
        .write(
            unit -> {
              change.accept(stores().workers());
              return unit;
            });
  }
}
