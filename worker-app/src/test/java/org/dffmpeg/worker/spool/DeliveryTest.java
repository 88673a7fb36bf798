package org.dffmpeg.worker.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.worker.testing.FakeUplink;
import org.dffmpeg.worker.testing.Spools;
import org.dffmpeg.worker.uplink.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of lines that a coordinator refuses. */
class DeliveryTest {
  private static final ReportStatus END = new ReportStatus(JobState.COMPLETED, 0, null, null, null);

  private final FakeUplink uplink = new FakeUplink();
  private final SpoolDirectory directory;
  private final Delivery delivery;

  DeliveryTest(@TempDir Path path) {
    this.directory = Spools.open(path);
    this.delivery = new Delivery(directory.attempt(uplink.job(), 1), uplink);
  }

  @AfterEach
  void close() {
    Spools.close(directory);
  }

  @Test
  void a_batch_that_is_too_large_is_sent_in_smaller_ones() {
    uplink.refuseLogs(batch -> batch.size() > 2, "too large");
    keep("a", "b", "c", "d", "e");

    delivery.all(END, () -> true);

    assertThat(lines()).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void a_line_that_is_too_large_is_cut_with_a_note() {
    uplink.refuseLogs(batch -> batch.stream().anyMatch(e -> e.content().length() > 5000), "large");
    keep("a", "x".repeat(6000), "c");

    delivery.all(END, () -> true);

    assertThat(lines())
        .containsExactly(
            "a",
            "x".repeat(4096)
                + " [dffmpeg] cut: the coordinator refused the 6000 characters of this line",
            "c");
  }

  @Test
  void no_character_is_cut_in_two() {
    uplink.refuseLogs(batch -> batch.get(0).content().length() > 5000, "large");
    keep("x".repeat(4095) + "\ud83d\ude00".repeat(1000));

    delivery.all(END, () -> true);

    assertThat(lines().get(0)).startsWith("x".repeat(4095) + " [dffmpeg] cut");
  }

  @Test
  void a_word_takes_the_place_of_a_line_that_is_refused_for_what_it_says() {
    uplink.refuseLogs(batch -> batch.stream().anyMatch(e -> e.content().equals("b")), "bad (422)");
    keep("a", "b", "c");

    delivery.all(END, () -> true);

    assertThat(lines())
        .containsExactly(
            "a",
            "[dffmpeg] a line of 1 characters was dropped here: the coordinator refused it: bad (422)",
            "c");
  }

  @Test
  void what_is_refused_whatever_it_says_is_given_up_soon_and_counted() {
    uplink.refuseLogs(batch -> true, "no logs here");
    keep(Stream.generate(() -> "x").limit(64).toArray(String[]::new));
    delivery.oldestLines(() -> true);
    assertThat(uplink.said()).hasSizeLessThan(10);

    uplink.refuseLogs(batch -> false, "");
    keep("y");
    delivery.all(END, () -> true);

    assertThat(lines())
        .containsExactly("[dffmpeg] 64 lines dropped here: the coordinator did not take them", "y");
  }

  @Test
  void a_batch_of_which_a_half_was_not_heard_stays() {
    uplink.answer(
        "logs",
        new Verdict.Refused("too large"),
        new Verdict.Taken(""),
        new Verdict.Unheard("away"),
        new Verdict.Taken(""));
    keep("a", "b");
    delivery.oldestLines(() -> true);

    delivery.oldestLines(() -> true);

    assertThat(lines()).containsExactly("a", "a", "b");
  }

  private void keep(String... texts) {
    List<LogEntry> entries =
        Stream.of(texts).map(text -> new LogEntry(null, LogStream.STDERR, text, null)).toList();
    assertThat(delivery.keep(entries, 0)).isTrue();
  }

  private List<String> lines() {
    return uplink.lines(LogStream.STDERR);
  }
}
