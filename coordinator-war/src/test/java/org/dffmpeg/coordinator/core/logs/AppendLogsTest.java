package org.dffmpeg.coordinator.core.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.stores.InMemoryStores;
import org.dffmpeg.coordinator.stores.TestCoordinator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a worker sends again because it did not hear the answer is stored once. */
class AppendLogsTest {
  private final MutableClock clock = new MutableClock();
  private final TestCoordinator coordinator = new TestCoordinator(new InMemoryStores(), clock);
  private final WorkerId worker = coordinator.online("w1", 1);
  private final JobId job = coordinator.running(worker);

  @Test
  void the_same_upload_twice_is_one() {
    upload(lines(1, 2));
    upload(lines(3, 4));
    upload(lines(3, 4));

    assertThat(stored()).containsExactly("line 1", "line 2", "line 3", "line 4");
  }

  @Test
  void of_an_upload_with_more_behind_it_only_that_is_new() {
    upload(lines(1, 2));
    upload(lines(1, 4));

    assertThat(stored()).containsExactly("line 1", "line 2", "line 3", "line 4");
  }

  /** Such a word has no id of its own. */
  @Test
  void a_word_about_dropped_lines_is_recognised_with_the_lines_behind_it() {
    List<LogEntry> batch = new ArrayList<>();
    batch.add(new LogEntry(null, LogStream.STDERR, "7 lines dropped here", null));
    batch.addAll(lines(8, 9));

    upload(batch);
    upload(batch);

    assertThat(stored()).containsExactly("7 lines dropped here", "line 8", "line 9");
  }

  @Test
  void the_late_twin_of_an_earlier_upload_is_left_out() {
    upload(lines(1, 2));
    upload(lines(3, 4));
    upload(lines(1, 2));
    upload(lines(5, 5));

    assertThat(stored()).containsExactly("line 1", "line 2", "line 3", "line 4", "line 5");
  }

  @Test
  void a_twin_that_comes_after_the_end_is_left_out_with_the_word_in_it() {
    List<LogEntry> first = new ArrayList<>();
    first.add(new LogEntry(null, LogStream.STDERR, "7 lines dropped here", null));
    first.addAll(lines(8, 8));
    upload(first);
    upload(lines(9, 9));
    coordinator.report(worker, job, JobState.COMPLETED, 0);

    upload(first);

    assertThat(stored()).containsExactly("7 lines dropped here", "line 8", "line 9");
  }

  @Test
  void the_next_attempt_has_a_tail_of_its_own_whatever_the_clock_of_its_worker() {
    upload(lines(5, 6));
    anotherAttempt();

    upload(2, lines(1, 2));
    upload(2, lines(1, 2));

    assertThat(stored()).containsExactly("line 5", "line 6", "line 1", "line 2");
  }

  @Test
  void a_twin_from_a_former_attempt_is_left_out_though_an_old_worker_names_none() {
    upload(null, lines(1, 2));
    anotherAttempt();

    upload(null, lines(1, 2));
    upload(null, lines(3, 4));
    upload(null, lines(1, 2));

    assertThat(stored()).containsExactly("line 1", "line 2", "line 3", "line 4");
  }

  private void anotherAttempt() {
    done(
        coordinator.reportOutcome.run(
            worker,
            job,
            new ReportStatus(JobState.FAILED, null, EndReason.DISK_FULL, "full", null)));
    coordinator.pass(clock, Duration.ofSeconds(10));
    coordinator.queueDueJobs.run();
    coordinator.assignJobs.run();
    coordinator.accept(worker, job);
  }

  private void upload(List<LogEntry> entries) {
    upload(1, entries);
  }

  private void upload(@Nullable Integer attempt, List<LogEntry> entries) {
    done(
        coordinator.appendLogs.run(
            worker, job, new org.dffmpeg.common.protocol.AppendLogs(entries, attempt)));
  }

  private List<String> stored() {
    return done(coordinator.readLogs.run(ALICE, job, Optional.empty(), OptionalInt.empty()))
        .logs()
        .stream()
        .map(LogEntry::content)
        .toList();
  }

  private static List<LogEntry> lines(int first, int last) {
    List<LogEntry> lines = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      lines.add(new LogEntry(SequentialIds.log(i), LogStream.STDERR, "line " + i, null));
    }
    return lines;
  }
}
