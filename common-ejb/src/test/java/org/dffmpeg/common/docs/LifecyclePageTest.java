package org.dffmpeg.common.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dffmpeg.common.fleet.WorkerEvent;
import org.dffmpeg.common.fleet.WorkerLifecycle;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobEvent;
import org.dffmpeg.common.job.JobLifecycle;
import org.dffmpeg.common.job.JobState;
import org.junit.jupiter.api.Test;

class LifecyclePageTest {
  private static final String PAGE = "lifecycle.md";

  @Test
  void the_diagram_of_a_job_is_that_of_its_table() {
    assertThat(Manual.part(PAGE, "job"))
        .isEqualTo(
            new LifecycleDiagram<>(JobState.values(), JobEvent.values(), JobLifecycle::next)
                .draw(
                    JobState.PENDING,
                    "submit",
                    Arrays.stream(JobState.values()).filter(JobState::isTerminal).toList()));
  }

  @Test
  void the_diagram_of_a_worker_is_that_of_its_table() {
    assertThat(Manual.part(PAGE, "worker"))
        .isEqualTo(
            new LifecycleDiagram<>(
                    WorkerState.values(), WorkerEvent.values(), WorkerLifecycle::next)
                .draw(WorkerState.OFFLINE, "first seen", List.of()));
  }

  @Test
  void every_event_of_a_job_is_explained() {
    assertThat(firstColumn("job-events")).containsExactlyElementsOf(names(JobEvent.values()));
  }

  @Test
  void every_event_of_a_worker_is_explained() {
    assertThat(firstColumn("worker-events")).containsExactlyElementsOf(names(WorkerEvent.values()));
  }

  @Test
  void every_reason_is_explained() {
    assertThat(firstColumn("reasons")).containsExactlyElementsOf(names(EndReason.values()));
  }

  @Test
  void every_way_to_an_end_is_listed_with_what_the_job_is_then() {
    assertThat(firstColumn("ends")).containsExactlyElementsOf(names(endingEvents()));
    assertThat(Manual.table(PAGE, "ends"))
        .allSatisfy(
            row ->
                assertThat(words(row.get(1)))
                    .containsExactlyInAnyOrderElementsOf(
                        ends(JobEvent.valueOf(words(row.get(0)).get(0).toUpperCase(Locale.ROOT)))));
  }

  @Test
  void the_reasons_of_all_ends_are_all_reasons_that_there_are() {
    assertThat(
            Manual.table(PAGE, "ends").stream()
                .flatMap(row -> words(row.get(2)).stream())
                .distinct())
        .containsExactlyInAnyOrderElementsOf(names(EndReason.values()));
  }

  private static JobEvent[] endingEvents() {
    return Arrays.stream(JobEvent.values())
        .filter(event -> !ends(event).isEmpty())
        .toArray(JobEvent[]::new);
  }

  private static List<String> ends(JobEvent event) {
    return Arrays.stream(JobState.values())
        .flatMap(from -> JobLifecycle.next(from, event).stream())
        .filter(JobState::isTerminal)
        .distinct()
        .map(JobState::wireName)
        .toList();
  }

  /** What stands in code marks. */
  private static List<String> words(String cell) {
    return Pattern.compile("`([^`]+)`").matcher(cell).results().map(m -> m.group(1)).toList();
  }

  private static Stream<String> firstColumn(String table) {
    return Manual.table(PAGE, table).stream().map(row -> row.get(0).replace("`", ""));
  }

  private static List<String> names(Enum<?>[] constants) {
    return Stream.of(constants).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }
}
