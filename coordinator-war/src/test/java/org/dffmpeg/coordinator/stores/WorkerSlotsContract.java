package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.W1;
import static org.dffmpeg.coordinator.stores.Samples.worker;

import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerProfile;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the slots of a {@link WorkerStore} are taken and given back. */
public abstract class WorkerSlotsContract extends WorkerStoreContract {
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
}
