package org.dffmpeg.systemtest.bars;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Output that hung or emptied jobs of the predecessor (PITFALLS W1, W2). */
@Tag("slow")
class HostileOutputIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Plays ffmpeg: the first argument says how badly. */
  private static final String SCRIPT =
      """
      #!/bin/sh
      export LC_ALL=C
      case $1 in
        progress)
          awk 'BEGIN { for (i = 0; i < 20000; i++)
            printf "frame=%6d fps= 25 q=28.0 size=%8dkB time=00:00:01.00 bitrate=%7.1fkbits/s speed=1x\\r", i, i, i }' >&2
          exit 3 ;;
        long-line)
          head -c 10000000 /dev/zero | tr '\\0' x
          printf '\\nafter\\n'
          head -c 10000000 /dev/zero | tr '\\0' y >&2
          printf '\\nafter\\n' >&2
          exit 4 ;;
        random)
          head -c 2000000 /dev/urandom
          head -c 2000000 /dev/urandom >&2
          printf '\\nlast\\n'
          printf '\\nlast\\n' >&2
          exit 5 ;;
        lines)
          awk 'BEGIN { for (i = 0; i < 20000; i++) print "line " i }'
          exit 6 ;;
      esac
      """;

  private static Jobs jobs;

  @BeforeAll
  static void start() {
    Coordinator coordinator = LAB.coordinator(Database.H2);
    LAB.worker(
        coordinator.url(),
        coordinator.identity("hostile", "worker"),
        WorkerSetup.ffmpeg(LAB.workspace().script("hostile.sh", SCRIPT)));
    jobs = new Jobs(LAB.closeLater(coordinator.as(coordinator.identity("submitter", "client"))));
  }

  @Test
  void two_hours_of_progress_without_a_line_feed_do_not_hang_a_job() {
    String job = run("progress", 3);

    assertThat(jobs.output(job, "stderr")).contains("frame= 19999");
  }

  @Test
  void a_line_of_ten_megabytes_comes_whole_and_so_does_the_next() {
    String job = run("long-line", 4);

    assertThat(jobs.output(job, "stdout").lines()).last().isEqualTo("after");
    assertThat(count(jobs.output(job, "stdout"), 'x')).isEqualTo(10_000_000);
    assertThat(jobs.output(job, "stderr").lines()).last().isEqualTo("after");
    assertThat(count(jobs.output(job, "stderr"), 'y')).isEqualTo(10_000_000);
  }

  @Test
  void random_bytes_on_both_outputs_end_with_the_line_after_them() {
    String job = run("random", 5);

    assertThat(jobs.output(job, "stdout").lines()).last().isEqualTo("last");
    assertThat(jobs.output(job, "stderr").lines()).last().isEqualTo("last");
  }

  @Test
  void every_complete_line_comes_in_order() {
    String job = run("lines", 6);

    String expected =
        IntStream.range(0, 20_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    assertThat(jobs.output(job, "stdout")).isEqualTo(expected);
  }

  private static String run(String how, int code) {
    String job = jobs.submit(how);
    JsonObject end = jobs.awaitEnd(job, PATIENCE);
    assertThat(end.getString("status")).isEqualTo("failed");
    assertThat(end.getInt("exit_code")).isEqualTo(code);
    return job;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
