package org.dffmpeg.coordinator.core.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.stores.InMemoryStores;
import org.dffmpeg.coordinator.stores.Samples;
import org.dffmpeg.coordinator.stores.TestCoordinator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL 5.4, {@code GET logs}. */
class ReadLogsTest {
  private final InMemoryStores stores = new InMemoryStores();
  private final TestCoordinator coordinator = new TestCoordinator(stores, new MutableClock());
  private final JobId job = Samples.job(1).id();

  @BeforeEach
  void a_job_has_three_uploads() {
    stores
        .transactions()
        .write(
            unit -> {
              stores.jobs().insert(Samples.job(1));
              stores
                  .messages()
                  .append(
                      Channel.of(job), List.of(Samples.logs(1), Samples.logs(2), Samples.logs(3)));
              return unit;
            });
  }

  @Test
  void a_limit_without_a_cursor_takes_the_newest() {
    assertThat(lines(OptionalInt.of(2))).containsExactly("line 2", "line 3");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_limit_below_one_is_none(int limit) {
    assertThat(lines(OptionalInt.of(limit))).containsExactly("line 1", "line 2", "line 3");
  }

  private List<String> lines(OptionalInt limit) {
    return done(coordinator.readLogs.run(ALICE, job, Optional.empty(), limit)).logs().stream()
        .map(LogEntry::content)
        .toList();
  }
}
