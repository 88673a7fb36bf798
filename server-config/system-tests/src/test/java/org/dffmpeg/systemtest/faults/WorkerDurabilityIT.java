package org.dffmpeg.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.SmallDisk;
import org.dffmpeg.systemtest.harness.Worker;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a worker has to say is said, whoever dies; what it started does not outlive it. */
@Tag("slow")
class WorkerDurabilityIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Duration SOON = Duration.ofSeconds(30);

  /** Counts until it is told to end, then says how far it came. */
  private static final String COUNTS =
      """
      #!/bin/sh
      i=0
      while [ ! -e "$1.go" ]; do i=$((i+1)); echo "line $i"; sleep 0.02; done
      echo $i > "$1"
      exit 9
      """;

  /**
   * A script in the place of ffmpeg, which starts it: the death signal reaches the script alone.
   */
  private static final String WRAPPER =
      """
      #!/bin/sh
      sleep 300 > /dev/null 2>&1 &
      echo $! > "$1.part" && mv "$1.part" "$1"
      wait
      """;

  private static final String WRITES =
      """
      #!/bin/sh
      head -c 4096 /dev/zero > "$1"
      """;

  private static Coordinator coordinator;
  private static Jobs jobs;

  @BeforeAll
  static void start() {
    coordinator = LAB.coordinator(Database.H2, "janitor: {interval: 2}\n");
    jobs = new Jobs(LAB.closeLater(coordinator.as(coordinator.identity("user", "client"))));
  }

  @Test
  void neither_a_line_nor_the_end_is_lost_when_coordinator_and_worker_are_both_killed()
      throws IOException {
    Worker worker = worker("counting", WorkerSetup.ffmpeg(script("counts.sh", COUNTS)));
    Path file = file("counting");
    String job = jobs.submit(file.toString());
    await().atMost(SOON).until(() -> jobs.output(job, "stdout").contains("line 10"));

    coordinator.kill();
    await().atMost(SOON).until(() -> spooled("counting").size() > 10);
    Files.createFile(file.resolveSibling("counting.go"));
    await().atMost(SOON).until(() -> spooled("counting").contains("report"));
    worker.kill();
    coordinator.restart();
    worker.restart();

    JsonObject end = jobs.awaitEnd(job);
    assertThat(end.getString("status")).isEqualTo("failed");
    assertThat(end.getString("reason")).isEqualTo("exited");
    assertThat(end.getInt("exit_code")).isEqualTo(9);
    int lines = Integer.parseInt(Files.readString(file).strip());
    assertThat(jobs.output(job, "stdout"))
        .isEqualTo(
            IntStream.rangeClosed(1, lines)
                .mapToObj(i -> "line " + i)
                .collect(Collectors.joining("\n")));
    await().atMost(SOON).until(() -> spooled("counting").isEmpty());
    worker.kill();
  }

  @Test
  void what_outlived_a_killed_worker_is_ended_by_its_next_life_before_it_takes_work()
      throws IOException {
    Worker worker = worker("wrapping", WorkerSetup.ffmpeg(script("wrapper.sh", WRAPPER)));
    Path file = file("wrapping");
    String job = jobs.submitOnce(List.of(file.toString()), List.of());
    await().atMost(SOON).until(() -> Files.exists(file));
    jobs.awaitStatus(job, "running");
    ProcessHandle child =
        ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();

    worker.kill();
    assertThat(child.isAlive()).isTrue();
    worker.restart();

    await().alias("is reaped").atMost(SOON).until(() -> !child.isAlive());
    JsonObject end = jobs.awaitEnd(job);
    assertThat(end.getString("status")).isEqualTo("failed");
    assertThat(end.getString("reason")).isEqualTo("worker_lost");
    worker.kill();
  }

  @Test
  void a_worker_with_a_full_disk_takes_no_more_work_until_there_is_room() throws IOException {
    SmallDisk disk = LAB.closeLater(SmallDisk.mount(LAB.workspace().directory("small"), 4));
    disk.fill();
    Worker worker =
        worker(
            "filled",
            WorkerSetup.ffmpeg(script("writes.sh", WRITES))
                .path("Out", disk.root())
                .yaml("min_free_space: 2M\n"));

    JsonObject first = jobs.awaitEnd(jobs.submitOnce(List.of("$Out/first"), List.of("Out")));
    await().atMost(SOON).until(() -> worker.status().equals("draining"));
    String second = jobs.submit(List.of("$Out/second"), List.of("Out"));

    assertThat(first.getString("reason")).isEqualTo("disk_full");
    assertThat(jobs.status(second)).isEqualTo("pending");
    disk.empty();
    assertThat(jobs.awaitEnd(second).getString("status")).isEqualTo("completed");
    worker.kill();
  }

  /** Its own, and alone with it: every test kills the worker that it started. */
  private static Worker worker(String name, WorkerSetup setup) {
    return LAB.worker(coordinator.url(), coordinator.identity(name, "worker"), setup);
  }

  private static Path script(String name, String text) {
    return LAB.workspace().script(name, text);
  }

  private static Path file(String name) {
    return LAB.workspace().directory("files").resolve(name);
  }

  /** The names of the files in a worker's spool that are about jobs. */
  private static List<String> spooled(String worker) {
    Path attempts =
        LAB.workspace()
            .directory(worker + "/spool-" + coordinator.url().getPort())
            .resolve("attempts");
    try (Stream<Path> files = Files.walk(attempts)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .toList();
    } catch (UncheckedIOException | IOException e) {
      return List.of();
    }
  }
}
