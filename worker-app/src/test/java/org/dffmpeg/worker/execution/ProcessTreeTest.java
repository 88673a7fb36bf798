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
import org.dffmpeg.worker.testing.Scripts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** X3: nothing of a stopped job lives on. */
@Timeout(60)
class ProcessTreeTest {
  private static final Duration GRACE = Duration.ofMillis(300);
  @TempDir Path directory;
  private JobBench bench = new JobBench(Path.of("/"));

  @BeforeEach
  void open() {
    bench = new JobBench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_polite_process_ends_by_sigterm() throws Exception {
    RunningProcess process =
        start(
            "trap 'echo polite > \"$1\"; exit 3' TERM; echo $$ > \"$2\"; while :; do sleep 0.05; done");

    process.stop(Duration.ofSeconds(5));

    assertThat(process.exit()).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(3);
    assertThat(directory.resolve("mark")).hasContent("polite");
  }

  @Test
  void one_that_ignores_sigterm_is_killed() throws Exception {
    RunningProcess process = start("trap '' TERM; echo $$ > \"$2\"; while :; do sleep 0.05; done");

    process.stop(GRACE);

    assertThat(process.exit()).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(137);
  }

  @Test
  void grandchildren_are_ended_too() throws Exception {
    RunningProcess process =
        start("(trap '' TERM; sh -c 'echo $$ > \"$0\"; sleep 60' \"$2\") & wait");
    long grandchild = pid();

    process.stop(GRACE);

    assertThat(isAlive(grandchild)).isFalse();
  }

  @Test
  void a_grandchild_whose_parent_has_died_is_ended_too() throws Exception {
    RunningProcess process =
        start(
            "(sh -c 'echo $$ > \"$0\"; exec sleep 60' \"$2\" </dev/null >/dev/null 2>&1 &) ; exit 0");
    long orphan = pid();
    process.exit().join();

    process.stop(GRACE);

    assertThat(isAlive(orphan)).isFalse();
  }

  @Test
  void stopping_twice_is_stopping_once() throws Exception {
    RunningProcess process = start("echo $$ > \"$2\"; sleep 60");

    process.stop(GRACE);
    process.stop(GRACE);

    assertThat(process.exit()).isDone();
  }

  /** So a Ctrl-C at the worker's terminal lets its jobs end. */
  @Test
  void a_job_has_a_session_of_its_own() throws Exception {
    RunningProcess process = start("echo $$ > \"$2\"; sleep 60");

    assertThat(ProcStat.session(process.pid()).map(ProcessHandle::pid)).contains(process.pid());
    process.stop(GRACE);
  }

  @Test
  void the_workers_secrets_are_not_in_the_environment() throws Exception {
    RunningProcess process = start("env > \"$1\"; echo $$ > \"$2\"");
    process.exit().join();

    assertThat(directory.resolve("mark")).content().doesNotContain("DFFMPEG_");
  }

  @Test
  @Tag("slow")
  void a_job_that_ignores_sigterm_is_gone_within_six_seconds() {
    RunningJob job = bench.start(bench.script("trap '' TERM; while :; do sleep 1; done"));
    await().until(() -> bench.uplink().said().contains("accept"));
    long start = System.nanoTime();

    job.stop(StopCause.CANCEL, "canceled");
    job.ended().join();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
  }

  private RunningProcess start(String body) throws IOException {
    Path script = Scripts.script(directory, "job", body);
    RunningProcess process =
        bench
            .starter()
            .start(
                new LocalCommand(
                    List.of(
                        script.toString(),
                        directory.resolve("mark").toString(),
                        directory.resolve("pid").toString()),
                    Optional.empty(),
                    List.of(),
                    Map.of()));
    await().until(() -> Files.exists(directory.resolve("pid")));
    return process;
  }

  private long pid() {
    await().until(() -> !read("pid").isBlank());
    return Long.parseLong(read("pid").strip());
  }

  private String read(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
        && !ProcStat.isZombie(pid);
  }
}
