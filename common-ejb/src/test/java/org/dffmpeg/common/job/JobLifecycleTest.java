package org.dffmpeg.common.job;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.common.job.JobState.PENDING;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobLifecycleTest {

  /** The whole table, written a second time, one row for each state and event that is allowed. */
  private static final String TABLE =
      """
      PENDING   ASSIGN            ASSIGNED
      PENDING   CANCEL            CANCELED
      PENDING   CLIENT_GONE       CANCELED
      PENDING   QUEUE_OVERDUE     FAILED
      ASSIGNED  ACCEPT            RUNNING
      ASSIGNED  REJECT            PENDING
      ASSIGNED  ACCEPT_OVERDUE    PENDING
      ASSIGNED  WORKER_LOST       PENDING
      ASSIGNED  CANCEL            CANCELING
      ASSIGNED  CLIENT_GONE       CANCELING
      ASSIGNED  REPORT_COMPLETED  COMPLETED
      ASSIGNED  REPORT_FAILED     FAILED
      ASSIGNED  REPORT_CANCELED   CANCELED
      ASSIGNED  RETRY             PENDING
      ASSIGNED  GIVE_UP           FAILED
      RUNNING   ACCEPT            RUNNING
      RUNNING   WORKER_LOST       FAILED
      RUNNING   CANCEL            CANCELING
      RUNNING   CLIENT_GONE       CANCELING
      RUNNING   RUN_OVERDUE       CANCELING
      RUNNING   REPORT_COMPLETED  COMPLETED
      RUNNING   REPORT_FAILED     FAILED
      RUNNING   REPORT_CANCELED   CANCELED
      RUNNING   RETRY             PENDING
      CANCELING ACCEPT            CANCELING
      CANCELING CANCEL            CANCELING
      CANCELING REJECT            CANCELED
      CANCELING WORKER_LOST       CANCELED
      CANCELING CANCEL_OVERDUE    CANCELED
      CANCELING REPORT_COMPLETED  COMPLETED
      CANCELING REPORT_FAILED     FAILED
      CANCELING REPORT_CANCELED   CANCELED
      """;

  @Test
  void the_table_has_these_rows_and_no_other() {
    Set<String> rows = TABLE.lines().map(row -> row.replaceAll(" +", " ")).collect(toSet());

    assertThat(rowsOfTheLifecycle()).isEqualTo(rows);
  }

  private static Set<String> rowsOfTheLifecycle() {
    Set<String> rows = new HashSet<>();
    for (JobState from : JobState.values()) {
      for (JobEvent event : JobEvent.values()) {
        JobLifecycle.next(from, event).ifPresent(to -> rows.add(from + " " + event + " " + to));
      }
    }
    return rows;
  }

  @Test
  void the_published_table_says_the_same_as_next() {
    for (JobState from : JobState.values()) {
      for (JobEvent event : JobEvent.values()) {
        assertThat(Optional.ofNullable(JobLifecycle.table().get(from)).map(row -> row.get(event)))
            .isEqualTo(JobLifecycle.next(from, event));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = JobState.class,
      names = {"COMPLETED", "FAILED", "CANCELED"})
  void a_terminal_state_is_final(JobState state) {
    assertThat(state.isTerminal()).isTrue();
    assertThat(Arrays.stream(JobEvent.values()).map(event -> JobLifecycle.next(state, event)))
        .allMatch(Optional::isEmpty);
  }

  @ParameterizedTest
  @EnumSource(
      value = JobState.class,
      names = {"COMPLETED", "FAILED", "CANCELED"},
      mode = EnumSource.Mode.EXCLUDE)
  void every_other_state_has_a_way_to_the_end(JobState state) {
    assertThat(state.isTerminal()).isFalse();
    assertThat(reachableFrom(state)).anyMatch(JobState::isTerminal);
  }

  @Test
  void a_worker_holds_a_job_from_assignment_to_its_end() {
    assertThat(JobState.values())
        .filteredOn(JobState::isHeldByWorker)
        .containsExactlyInAnyOrder(JobState.ASSIGNED, JobState.RUNNING, JobState.CANCELING);
  }

  @Test
  void every_state_is_reachable() {
    assertThat(reachableFrom(PENDING)).containsExactlyInAnyOrder(JobState.values());
  }

  @ParameterizedTest
  @EnumSource(JobEvent.class)
  void every_event_leads_somewhere(JobEvent event) {
    assertThat(JobState.values()).anyMatch(state -> JobLifecycle.next(state, event).isPresent());
  }

  @Property
  void no_sequence_of_events_breaks_the_invariants(@ForAll List<JobEvent> events) {
    JobState state = PENDING;
    for (JobEvent event : events) {
      JobState next = JobLifecycle.next(state, event).orElse(state);
      if (state.isTerminal()) {
        assertThat(next).isEqualTo(state);
      }
      if (next.isHeldByWorker() && !state.isHeldByWorker()) {
        assertThat(event).isEqualTo(JobEvent.ASSIGN);
      }
      if (state == JobState.CANCELING) {
        assertThat(next == JobState.CANCELING || next.isTerminal()).isTrue();
      }
      state = next;
    }
  }

  @Test
  void wire_names_are_those_of_the_protocol() {
    assertThat(Arrays.stream(JobState.values()).map(JobState::wireName))
        .containsExactlyInAnyOrder(
            "pending", "assigned", "running", "completed", "failed", "canceled", "canceling");
    assertThat(JobState.values())
        .allMatch(state -> JobState.ofWireName(state.wireName()).equals(Optional.of(state)));
    assertThat(JobState.ofWireName("PENDING")).isEmpty();
    assertThat(EndReason.values())
        .allMatch(reason -> EndReason.ofWireName(reason.wireName()).equals(Optional.of(reason)));
    assertThat(EndReason.ofWireName("")).isEmpty();
  }

  private static Set<JobState> reachableFrom(JobState start) {
    Set<JobState> found = EnumSet.of(start);
    boolean grows = true;
    while (grows) {
      Set<JobState> next = EnumSet.copyOf(found);
      for (JobState state : found) {
        for (JobEvent event : JobEvent.values()) {
          JobLifecycle.next(state, event).ifPresent(next::add);
        }
      }
      grows = found.addAll(next);
    }
    return found;
  }
}
