package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.caller;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.fleet.FindWorker;
import org.dffmpeg.coordinator.core.fleet.FindWorkers;
import org.dffmpeg.coordinator.core.fleet.WorkerProfile;
import org.dffmpeg.coordinator.core.lease.Janitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How what a worker can becomes known, and forgotten. */
class WorkerCapabilitiesTest {
  private static final WorkerId W1 = new WorkerId("w1");
  private static final List<String> NAMES = List.of("encoder:libx264", "filter:scale");
  private static final String HASH = Capabilities.of(NAMES).hash();
  private static final String FINGERPRINT = "0".repeat(64);

  private final MutableClock clock = new MutableClock();
  private final InMemoryStores stores = new InMemoryStores();
  private final TestCoordinator core = new TestCoordinator(stores, clock);

  @Test
  void a_list_is_taken_with_the_fingerprint() {
    assertThat(wants(NAMES, HASH)).isFalse();

    assertThat(profile().capabilities()).containsExactlyElementsOf(NAMES);
    assertThat(profile().fingerprint()).contains(FINGERPRINT);
  }

  @Test
  void a_hash_stands_for_the_list_that_was_sent_before() {
    wants(NAMES, HASH);

    assertThat(wants(null, HASH)).isFalse();
    assertThat(profile().capabilities()).containsExactlyElementsOf(NAMES);
  }

  @Test
  void an_unknown_hash_asks_for_the_list_and_forgets_the_old_one() {
    wants(List.of("encoder:libx265"), null);

    assertThat(wants(null, HASH)).isTrue();
    assertThat(profile().capabilities()).isEmpty();
    assertThat(wants(NAMES, HASH)).isFalse();
    assertThat(wants(null, HASH)).isFalse();
  }

  /** They are the operator's words, and come with every registration. */
  @Test
  void tags_stand_among_the_capabilities_and_are_no_part_of_the_hash() {
    wants(NAMES, HASH, List.of("big room"));

    assertThat(wants(null, HASH, List.of("attic"))).isFalse();
    assertThat(profile().capabilities())
        .containsExactly("encoder:libx264", "filter:scale", "tag:attic");
  }

  @Test
  void a_worker_that_can_nothing_is_asked_for_nothing() {
    assertThat(wants(null, Capabilities.NONE.hash())).isFalse();
    assertThat(wants(List.of(), null)).isFalse();
    assertThat(wants(null, null)).isFalse();
  }

  @Test
  void what_it_can_goes_with_a_worker_that_leaves() {
    wants(NAMES, HASH);

    done(core.deregisterWorker.run(caller(W1), W1));

    assertThat(profile()).isEqualTo(WorkerProfile.NOTHING);
    assertThat(wants(null, HASH)).isTrue();
  }

  @Test
  void what_it_can_goes_with_a_worker_that_is_silent() {
    core.janitor.run(Janitor.Action.RUN_ALL);
    wants(NAMES, HASH);

    for (int looks = 0; looks < 6; looks++) {
      core.pass(clock, Duration.ofSeconds(10));
    }

    assertThat(core.worker(W1).state()).isEqualTo(WorkerState.OFFLINE);
    assertThat(wants(null, HASH)).isTrue();
  }

  @Test
  void one_worker_is_shown_with_all_and_a_list_of_workers_with_counts() {
    wants(NAMES, HASH);

    assertThat(done(new FindWorker(stores.transactions(), stores.workers()).run(W1)))
        .satisfies(
            worker -> {
              assertThat(worker.capabilities()).isEqualTo(NAMES);
              assertThat(worker.capabilitiesCount()).isEqualTo(2);
              assertThat(worker.fingerprint()).isEqualTo(FINGERPRINT);
            });
    assertThat(
            new FindWorkers(stores.transactions(), stores.workers(), clock).run(Duration.ofDays(1)))
        .singleElement()
        .satisfies(
            worker -> {
              assertThat(worker.capabilities()).isEmpty();
              assertThat(worker.capabilitiesCount()).isEqualTo(2);
              assertThat(worker.fingerprint()).isEqualTo(FINGERPRINT);
            });
  }

  private WorkerProfile profile() {
    return core.worker(W1).profile();
  }

  /** Registers, and says whether the coordinator wants the list. */
  private boolean wants(@Nullable List<String> names, @Nullable String hash) {
    return wants(names, hash, List.of());
  }

  private boolean wants(@Nullable List<String> names, @Nullable String hash, List<String> tags) {
    RegisterWorker request =
        new RegisterWorker(
            W1,
            names,
            List.of("ffmpeg"),
            List.of(),
            15,
            "1.0",
            List.of("http_polling"),
            false,
            Slots.cpu(4),
            "1",
            tags,
            hash,
            FINGERPRINT,
            Map.of());
    return done(core.registerWorker.run(caller(W1), request)).capabilitiesWanted();
  }
}
