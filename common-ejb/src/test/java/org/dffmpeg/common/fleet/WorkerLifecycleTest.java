package org.dffmpeg.common.fleet;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkerLifecycleTest {

  /** The whole table, written a second time (PROTOCOL 11). */
  private static final String TABLE =
      """
      OFFLINE     REGISTER_ONLINE    REGISTERING
      OFFLINE     REGISTER_DRAINING  DRAINING
      OFFLINE     DEREGISTER         OFFLINE
      REGISTERING REGISTER_ONLINE    REGISTERING
      REGISTERING REGISTER_DRAINING  DRAINING
      REGISTERING VERIFY             ONLINE
      REGISTERING DEREGISTER         OFFLINE
      REGISTERING EXPIRE             OFFLINE
      ONLINE      REGISTER_ONLINE    ONLINE
      ONLINE      REGISTER_DRAINING  DRAINING
      ONLINE      VERIFY             ONLINE
      ONLINE      DEREGISTER         OFFLINE
      ONLINE      EXPIRE             OFFLINE
      DRAINING    REGISTER_ONLINE    ONLINE
      DRAINING    REGISTER_DRAINING  DRAINING
      DRAINING    VERIFY             DRAINING
      DRAINING    DEREGISTER         OFFLINE
      DRAINING    EXPIRE             OFFLINE
      """;

  @Test
  void the_table_has_these_rows_and_no_other() {
    Set<String> rows = TABLE.lines().map(row -> row.replaceAll(" +", " ")).collect(toSet());

    assertThat(rowsOfTheLifecycle()).isEqualTo(rows);
  }

  private static Set<String> rowsOfTheLifecycle() {
    Set<String> rows = new HashSet<>();
    for (WorkerState from : WorkerState.values()) {
      for (WorkerEvent event : WorkerEvent.values()) {
        WorkerLifecycle.next(from, event).ifPresent(to -> rows.add(from + " " + event + " " + to));
      }
    }
    return rows;
  }

  @Test
  void the_published_table_says_the_same_as_next() {
    for (WorkerState from : WorkerState.values()) {
      for (WorkerEvent event : WorkerEvent.values()) {
        assertThat(
                Optional.ofNullable(WorkerLifecycle.table().get(from)).map(row -> row.get(event)))
            .isEqualTo(WorkerLifecycle.next(from, event));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(WorkerState.class)
  void a_worker_may_always_leave_and_come_back(WorkerState state) {
    assertThat(WorkerLifecycle.next(state, WorkerEvent.DEREGISTER)).contains(WorkerState.OFFLINE);
    assertThat(WorkerLifecycle.next(state, WorkerEvent.REGISTER_ONLINE)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(WorkerEvent.class)
  void nobody_is_online_at_one_stroke(WorkerEvent event) {
    assertThat(WorkerLifecycle.next(WorkerState.OFFLINE, event))
        .isNotEqualTo(Optional.of(WorkerState.ONLINE));
  }

  @Test
  void wire_names_are_those_of_the_protocol() {
    assertThat(Arrays.stream(WorkerState.values()).map(WorkerState::wireName))
        .containsExactlyInAnyOrder("offline", "registering", "online", "draining");
    assertThat(WorkerState.values())
        .allMatch(state -> WorkerState.ofWireName(state.wireName()).equals(Optional.of(state)));
    assertThat(WorkerState.ofWireName("error")).isEmpty();
  }
}
