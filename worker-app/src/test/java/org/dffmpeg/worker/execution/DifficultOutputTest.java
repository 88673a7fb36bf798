package org.dffmpeg.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.worker.testing.FakeUplink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** X2, PITFALLS W1: whatever a process says, its job neither hangs nor loses a complete line. */
@Timeout(60)
class DifficultOutputTest {
  @TempDir Path directory;
  private JobBench bench = new JobBench(Path.of("/"));
  private FakeUplink uplink = bench.uplink();

  @BeforeEach
  void open() {
    bench = new JobBench(directory);
    uplink = bench.uplink();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void twenty_thousand_records_of_progress_and_no_line_feed() {
    bench
        .script(
            "awk 'BEGIN { for (i = 1; i <= 20000; i++)"
                + " printf \"frame=%5d fps= 25 q=28.0 time=00:00:%05d speed=1x    \\r\", i, i }'"
                + " >&2")
        .run();

    assertCompleted();
    List<String> lines = uplink.lines(LogStream.STDERR);
    assertThat(lines).hasSizeBetween(2, 100);
    assertThat(lines.get(lines.size() - 1)).startsWith("frame=20000");
  }

  @Test
  void a_line_of_ten_megabytes() {
    bench.script("head -c 10000000 /dev/zero | tr '\\0' x; echo; echo after").run();

    assertCompleted();
    List<String> lines = uplink.lines(LogStream.STDOUT);
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(64 * 1024));
    assertThat(lines.stream().mapToInt(String::length).sum()).isEqualTo(10_000_000 + 5);
    assertThat(lines.get(lines.size() - 1)).isEqualTo("after");
  }

  @Test
  void random_bytes_on_both_outputs() {
    bench
        .script(
            "head -c 300000 /dev/urandom; head -c 300000 /dev/urandom >&2;"
                + " echo; echo end; echo >&2; echo end >&2")
        .run();

    assertCompleted();
    assertThat(uplink.lines(LogStream.STDOUT)).endsWith("end");
    assertThat(uplink.lines(LogStream.STDERR)).endsWith("end");
  }

  @Test
  void a_flood_of_lines_loses_none() {
    bench.script("seq 1 200000 >&2").run();

    assertCompleted();
    List<String> lines = uplink.lines(LogStream.STDERR);
    assertThat(lines).hasSize(200_000);
    assertThat(lines.get(0)).isEqualTo("1");
    assertThat(lines.get(199_999)).isEqualTo("200000");
  }

  @Test
  void an_invalid_byte_is_a_replacement_character() {
    bench.script("printf 'title: caf\\351\\n'").run();

    assertThat(uplink.lines(LogStream.STDOUT)).containsExactly("title: caf\uFFFD");
  }

  @Test
  void a_last_line_without_an_end_is_delivered() {
    bench.script("printf 'one\\ntwo'").run();

    assertThat(uplink.lines(LogStream.STDOUT)).containsExactly("one", "two");
  }

  /** A process that leaves another behind, which holds the pipe open. */
  @Test
  @Tag("slow")
  void an_output_that_something_else_holds_open_does_not_hold_up_the_job() {
    long start = System.nanoTime();

    bench.script("echo said; sleep 60 & exit 0").run();

    assertCompleted();
    assertThat(uplink.lines(LogStream.STDOUT)).containsExactly("said");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  @Tag("slow")
  void a_process_that_is_left_behind_and_floods_the_output_does_not_hold_up_the_job() {
    bench.script("(while :; do echo flood; done) & echo said; exit 0").run();

    assertCompleted();
    assertThat(uplink.lines(LogStream.STDOUT)).contains("said");
  }

  @Test
  void a_process_that_is_left_behind_ends_with_the_wish_to_end_the_job() throws Exception {
    RunningJob job =
        bench.start(bench.script("(while :; do echo flood; done) & echo $$ > \"$1\"", "$Dir/gone"));
    await().until(() -> hasEnded(directory.resolve("gone")));

    job.stop(StopCause.CANCEL, "canceled");

    assertThat(job.ended()).succeedsWithin(Duration.ofSeconds(4));
  }

  /** As when the script is killed that stands in for ffmpeg, and ffmpeg goes on. */
  @Test
  void what_a_process_leaves_behind_that_was_killed_is_ended() throws IOException {
    bench
        .script(
            "(trap '' PIPE; while :; do echo talk; sleep 0.1; done) & echo $! > \"$1\"; kill -9 $$",
            "$Dir/left")
        .run();

    assertThat(uplink.reports()).hasSize(1);
    assertThat(hasEnded(directory.resolve("left"))).isTrue();
  }

  /** Its parent is dead, and whoever has inherited it may not ask for how it ended. */
  private static boolean hasEnded(Path processId) throws IOException {
    String text = Files.exists(processId) ? Files.readString(processId).strip() : "";
    return !text.isEmpty()
        && ProcessHandle.of(Long.parseLong(text))
            .filter(process -> process.isAlive() && !ProcStat.isZombie(process.pid()))
            .isEmpty();
  }

  private void assertCompleted() {
    assertThat(uplink.reports())
        .singleElement()
        .satisfies(report -> assertThat(report.status()).isEqualTo(JobState.COMPLETED));
  }
}
