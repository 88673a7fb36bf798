package org.dffmpeg.coordinator.core.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.stores.InMemoryStores;
import org.dffmpeg.coordinator.stores.TestCoordinator;
import org.junit.jupiter.api.Test;

/** What a worker sends again because it did not hear the answer is stored once. */
class AppendLogsTest {
  private final TestCoordinator coordinator =
      new TestCoordinator(new InMemoryStores(), new MutableClock());
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

  private void upload(List<LogEntry> entries) {
    done(
        coordinator.appendLogs.run(
            worker, job, new org.dffmpeg.common.protocol.AppendLogs(entries, 1)));
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
