package org.dffmpeg.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dffmpeg.client.link.RealSleeper;
import org.dffmpeg.worker.testing.Scripts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ShortCommandsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path directory;
  private final ExecutorService starter = Executors.newSingleThreadExecutor();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ShortCommands commands =
      new ShortCommands(
          new OsProcessStarter(
              starter, "test", new RealSleeper(), () -> Duration.ofNanos(System.nanoTime())),
          threads);

  @AfterEach
  void close() {
    starter.shutdownNow();
    threads.shutdownNow();
  }

  @Test
  void both_outputs_and_the_exit_code_come_back() throws InterruptedException {
    CommandEnding ending = run("echo out; echo err >&2; exit 3", LONG);

    assertThat(ending).isEqualTo(new CommandEnding.Ended(3, "out\n", "err\n"));
    assertThat(ending.problem()).contains("ended with 3");
    assertThat(run("exit 0", LONG).problem()).isEmpty();
  }

  @Test
  void what_hangs_is_ended_with_all_that_it_started() throws InterruptedException {
    Path pid = directory.resolve("pid");

    CommandEnding ending =
        run(
            "sleep 300 & echo $! > '" + pid + ".new'; mv '" + pid + ".new' '" + pid + "'; wait",
            Duration.ofSeconds(2));

    assertThat(ending).isEqualTo(new CommandEnding.TimedOut(Duration.ofSeconds(2)));
    assertThat(ending.problem()).contains("took longer than 2 s");
    assertThat(pid).exists();
    await().until(() -> !lives(pid));
  }

  @Test
  void a_flood_is_cut_and_holds_up_nothing() throws InterruptedException {
    CommandEnding ending = run("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2", LONG);

    assertThat(ending)
        .isInstanceOfSatisfying(
            CommandEnding.Ended.class,
            ended -> {
              assertThat(ended.output()).hasSize(1024 * 1024);
              assertThat(ended.errors()).hasSize(1024 * 1024);
            });
  }

  @Test
  void what_cannot_be_run_says_so() throws InterruptedException {
    CommandEnding ending = commands.run(List.of(directory + "/nothing"), LONG);

    assertThat(ending.problem()).isPresent();
  }

  private CommandEnding run(String script, Duration deadline) throws InterruptedException {
    return commands.run(List.of(Scripts.script(directory, "command", script).toString()), deadline);
  }

  private static boolean lives(Path pidFile) throws IOException {
    long pid = Long.parseLong(Files.readString(pidFile).strip());
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
        && !ProcStat.isZombie(pid);
  }
}
