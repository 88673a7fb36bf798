package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.coordinator.core.fleet.Requirements;
import org.dffmpeg.coordinator.core.fleet.WhyWaiting;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerProfile;
import org.junit.jupiter.api.Test;

/** In what words a waiting job is told of its fleet. */
class WhyWaitingTest {
  private static final Requirements ONE_SLOT =
      new Requirements("ffmpeg", Set.of(), Set.of(), Set.of(), Slots.cpu(1));

  @Test
  void a_fleet_has_more_slots_than_any_worker_may_have() {
    List<Worker> fleet = Collections.nCopies(2_000, busy(Map.of("cpu", 8)));

    assertThat(WhyWaiting.sentence(ONE_SLOT, fleet, OptionalInt.of(3)))
        .isEqualTo("all 16000 slots of the 2000 workers that fit are busy, 3 ahead");
  }

  @Test
  void a_fleet_has_more_pools_than_any_worker_may_have() {
    List<Worker> fleet =
        IntStream.range(0, 20).mapToObj(card -> busy(Map.of("cpu", 1, "card" + card, 2))).toList();

    assertThat(WhyWaiting.sentence(ONE_SLOT, fleet, OptionalInt.empty()))
        .isEqualTo("all 20 slots of the 20 workers that fit are busy");
  }

  private static Worker busy(Map<String, Integer> slots) {
    Worker idle = Samples.worker("w", 1);
    WorkerProfile profile = idle.profile();
    return new Worker(
        idle.id(),
        idle.state(),
        new WorkerProfile(
            profile.capabilities(),
            profile.binaries(),
            profile.paths(),
            profile.version(),
            new Slots(slots),
            profile.fingerprint(),
            profile.setAside()),
        idle.registrationInterval(),
        idle.incarnation(),
        new Slots(slots),
        idle.lease(),
        idle.token(),
        idle.lastMessageId(),
        idle.hold(),
        idle.version());
  }
}
