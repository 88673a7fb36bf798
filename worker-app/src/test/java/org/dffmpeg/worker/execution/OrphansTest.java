package org.dffmpeg.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.client.link.RealSleeper;
import org.dffmpeg.worker.spool.ProcessMark;
import org.dffmpeg.worker.testing.Scripts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F1: what a former life started is found and ended, and nothing else. */
@Timeout(60)
class OrphansTest {
  private static final String SLEEPS = "echo $$ > \"$1\"; exec sleep 60";

  /** When it is told to. */
  private static final String ENDS = "while [ ! -e \"$1.end\" ]; do sleep 0.02; done";

  private static final String LEAVES_ANOTHER =
      "(sh -c 'echo $$ > \"$0\"; exec sleep 60' \"$1\" </dev/null >/dev/null 2>&1 &); " + ENDS;

  @TempDir Path directory;
  private JobBench bench = new JobBench(Path.of("/"));
  private final Orphans orphans =
      new Orphans(new RealSleeper(), () -> Duration.ofNanos(System.nanoTime()));

  @BeforeEach
  void open() {
    bench = new JobBench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_process_that_runs_on_is_ended() throws Exception {
    RunningProcess process = start(SLEEPS);
    long pid = pid();

    assertThat(orphans.end(process.mark().orElseThrow())).isTrue();

    assertThat(isAlive(pid)).isFalse();
  }

  @Test
  void what_it_started_is_ended_with_it() throws Exception {
    RunningProcess process =
        start("(trap '' TERM; sh -c 'echo $$ > \"$0\"; exec sleep 60' \"$1\") & wait");
    long child = pid();

    assertThat(orphans.end(process.mark().orElseThrow())).isTrue();

    assertThat(isAlive(child)).isFalse();
  }

  /** As with a script that runs ffmpeg: the death signal reaches the script alone. */
  @Test
  void what_outlived_the_process_itself_is_ended() throws Exception {
    RunningProcess process = start(LEAVES_ANOTHER);
    long left = pid();
    end(process);

    assertThat(orphans.end(process.mark().orElseThrow())).isTrue();

    assertThat(isAlive(left)).isFalse();
  }

  @Test
  void a_process_that_has_ended_is_no_orphan() throws Exception {
    RunningProcess process = start(ENDS);
    end(process);

    assertThat(orphans.end(process.mark().orElseThrow())).isFalse();
  }

  @Test
  void a_process_that_only_has_the_number_is_left_alone() throws Exception {
    RunningProcess process = start(SLEEPS);
    ProcessMark mark = process.mark().orElseThrow();

    boolean otherStart =
        orphans.end(new ProcessMark(mark.pid(), 1, mark.boot(), mark.incarnation()));
    boolean otherBoot =
        orphans.end(new ProcessMark(mark.pid(), mark.startTicks(), "x", mark.incarnation()));

    assertThat(List.of(otherStart, otherBoot)).containsOnly(false);
    assertThat(isAlive(pid())).isTrue();
    process.stop(Duration.ZERO);
  }

  /** A number is used again, and its new owner may have made a session and left. */
  @Test
  void a_session_that_only_has_the_number_is_left_alone() throws Exception {
    RunningProcess process = start(LEAVES_ANOTHER);
    long left = pid();
    end(process);
    ProcessMark mark = process.mark().orElseThrow();

    boolean ended =
        orphans.end(new ProcessMark(mark.pid(), mark.startTicks(), mark.boot(), "other life"));

    assertThat(ended).isFalse();
    assertThat(isAlive(left)).isTrue();
    process.stop(Duration.ZERO);
  }

  private RunningProcess start(String body) throws IOException {
    Path script = Scripts.script(directory, "job", body);
    return bench
        .starter()
        .start(
            new LocalCommand(
                List.of(script.toString(), pidFile().toString()),
                Optional.empty(),
                List.of(),
                Map.of()));
  }

  private void end(RunningProcess process) throws IOException {
    Files.createFile(directory.resolve("pid.end"));
    process.exit().join();
  }

  private Path pidFile() {
    return directory.resolve("pid");
  }

  private long pid() throws IOException {
    await().until(() -> Files.exists(pidFile()) && !Files.readString(pidFile()).isBlank());
    return Long.parseLong(Files.readString(pidFile()).strip());
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
        && !ProcStat.isZombie(pid);
  }
}
