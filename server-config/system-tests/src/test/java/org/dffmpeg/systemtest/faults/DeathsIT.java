package org.dffmpeg.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dffmpeg.systemtest.harness.Bars;
import org.dffmpeg.systemtest.harness.ChildProcess;
import org.dffmpeg.systemtest.harness.Cli;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Encode;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Programs;
import org.dffmpeg.systemtest.harness.Worker;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.harness.Yaml;
import org.dffmpeg.systemtest.wire.Credentials;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What dies, and what becomes of the job (DESIGN, failure table). What the death of a worker means
 * to an encode is among the bars.
 */
@Tag("slow")
@Tag("ffmpeg")
class DeathsIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  /** Client lease of 12.5 s, a sweep every two, and the end at the worker. */
  private static final Duration CLIENT_LEASE = Duration.ofSeconds(30);

  private static final Duration OUTAGE = Duration.ofSeconds(Bars.size(10, 60));
  private static final Duration PATIENCE = OUTAGE.plusSeconds(90);

  /**
   * Plays a long ffmpeg: says who it is in the file of its first argument, then waits its second.
   */
  private static final String SCRIPT =
      """
      #!/bin/sh
      echo "first line"
      echo $$ > "$1.part" && mv "$1.part" "$1"
      while [ ! -e "$1.go" ]; do sleep 0.2; done
      echo "last line"
      exit 9
      """;

  private static Coordinator coordinator;
  private static Credentials user;
  private static Jobs jobs;
  private static Path script;

  @BeforeAll
  static void start() {
    coordinator = LAB.coordinator(Database.POSTGRESQL, "janitor: {interval: 2}\n");
    user = coordinator.identity("user", "client");
    jobs = new Jobs(LAB.closeLater(coordinator.as(user)));
    script = LAB.workspace().script("long.sh", SCRIPT);
  }

  @Test
  void a_job_whose_watching_client_was_killed_is_canceled_and_its_ffmpeg_ended() {
    Worker worker = worker("watched");
    Path pidFile = pidFile("watched");
    Cli cli = LAB.cli(coordinator.url(), user, "");
    ChildProcess client = cli.start("submit", "--", pidFile.toString());
    ProcessHandle ffmpeg = awaitFfmpeg(pidFile);

    client.killTree();

    await().atMost(CLIENT_LEASE).until(() -> !ffmpeg.isAlive());
    String job = jobs.all().get(0).getString("job_id");
    JsonObject end = jobs.awaitEnd(job);
    assertThat(end.getString("status")).isEqualTo("canceled");
    assertThat(end.getString("reason")).isEqualTo("client_gone");
    worker.kill();
  }

  /** Two of the encodes end meanwhile, and two after it is back. */
  @Test
  void nobody_notices_that_the_only_coordinator_was_away() {
    Path media = LAB.workspace().directory("media");
    Worker worker =
        LAB.worker(
            coordinator.url(),
            coordinator.identity("patient", "worker"),
            WorkerSetup.ffmpeg(Programs.ffmpeg()).path("Out", media).yaml("slots: 4\n"));
    Cli cli = LAB.cli(coordinator.url(), user, Yaml.map("paths", Map.of("Out", media)));
    Encode ending = Encode.lasting(OUTAGE.dividedBy(2)).tellingItsFrames();
    Encode lasting = Encode.lasting(OUTAGE.plusSeconds(10)).tellingItsFrames();
    Map<ChildProcess, Encode> clients = new LinkedHashMap<>();
    for (Encode encode : List.of(ending, ending, lasting, lasting)) {
      String file = media.resolve("away" + clients.size() + ".mkv").toString();
      clients.put(cli.start(words("submit", "--", encode.to(file))), encode);
    }
    clients.keySet().forEach(client -> client.awaitText("0,          1,", PATIENCE));

    coordinator.kill();
    await().pollDelay(OUTAGE).atMost(OUTAGE.plusSeconds(10)).until(() -> true);
    coordinator.restart();

    clients.forEach(
        (client, encode) -> {
          assertThat(client.await(PATIENCE)).isZero();
          assertThat(Encode.told(client.out())).isEqualTo(encode.told());
          assertThat(Encode.shown(client.err()))
              .isEqualTo(IntStream.range(0, encode.frames()).boxed().toList());
        });
    assertThat(jobs.all())
        .filteredOn(job -> job.getString("worker_id", "").equals("patient"))
        .hasSize(clients.size())
        .allSatisfy(job -> assertThat(job.getInt("attempt")).isEqualTo(1));
    worker.kill();
  }

  @Test
  void a_worker_told_to_stop_lets_its_job_end_and_says_goodbye() throws IOException {
    Worker worker = worker("draining");
    Path pidFile = pidFile("draining");
    String job = jobs.submit(pidFile.toString());
    awaitFfmpeg(pidFile);

    worker.process().signal("TERM");
    await().atMost(AT_ONCE).until(() -> worker.status().equals("draining"));
    Files.createFile(pidFile.resolveSibling(pidFile.getFileName() + ".go"));

    assertThat(jobs.awaitEnd(job).getInt("exit_code")).isEqualTo(9);
    assertThat(worker.process().await(Duration.ofSeconds(30))).isZero();
    assertThat(worker.status()).isEqualTo("offline");
  }

  @Test
  void a_second_signal_stops_a_draining_worker_at_once_and_its_job_may_run_elsewhere() {
    Worker worker = worker("hurried");
    Path pidFile = pidFile("hurried");
    String job = jobs.submit(pidFile.toString());
    ProcessHandle ffmpeg = awaitFfmpeg(pidFile);

    worker.process().signal("TERM");
    await().atMost(AT_ONCE).until(() -> worker.status().equals("draining"));
    worker.process().signal("TERM");

    worker.process().await(Duration.ofSeconds(15));
    assertThat(ffmpeg.isAlive()).isFalse();
    jobs.awaitStatus(job, "pending");
    assertThat(jobs.show(job).getJsonArray("attempts").getJsonObject(0).getString("reason"))
        .isEqualTo("worker_lost");
    jobs.cancel(job);
  }

  /** Its own, and alone with it: every test kills the worker that it started. */
  private static Worker worker(String name) {
    return LAB.worker(
        coordinator.url(), coordinator.identity(name, "worker"), WorkerSetup.ffmpeg(script));
  }

  private static String[] words(String first, String second, List<String> more) {
    return Stream.concat(Stream.of(first, second), more.stream()).toArray(String[]::new);
  }

  private static Path pidFile(String name) {
    return LAB.workspace().directory("pids").resolve(name);
  }

  private static ProcessHandle awaitFfmpeg(Path pidFile) {
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(pidFile));
    try {
      long pid = Long.parseLong(Files.readString(pidFile).strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
