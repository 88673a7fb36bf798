package org.dffmpeg.systemtest.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dffmpeg.systemtest.fleet.Fleet;
import org.dffmpeg.systemtest.fleet.RunListener;
import org.dffmpeg.systemtest.harness.Bars;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Encode;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Processes;
import org.dffmpeg.systemtest.harness.Programs;
import org.dffmpeg.systemtest.harness.Signals;
import org.dffmpeg.systemtest.harness.Worker;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.wire.Credentials;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real encodes, while what happens to their workers would end them (DESIGN, failure table). */
@Tag("slow")
@Tag("ffmpeg")
class EncodesIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Duration LEASE = Duration.ofSeconds(Bars.size(6, 90));
  private static final Duration GONE = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofSeconds(3);
  private static final Duration ELSEWHERE = LEASE.plusSeconds(11);
  private static final Duration FENCED = Duration.ofSeconds(5);
  private static final Duration PATIENCE = ELSEWHERE.plusSeconds(60);

  private static Coordinator coordinator;
  private static Jobs jobs;
  private static Path media;

  @BeforeAll
  static void start() {
    coordinator =
        LAB.coordinator(
            Database.POSTGRESQL,
            "janitor: {interval: 2}\ndefault_job_heartbeat_interval: 2\njob_lease: %d\n"
                .formatted(LEASE.toSeconds()));
    jobs = new Jobs(LAB.closeLater(coordinator.as(coordinator.identity("user", "client"))));
    media = LAB.workspace().directory("media");
  }

  /** All at once, because two of them wait for as long as a lease. */
  @Test
  void jobs_get_done_whose_workers_are_killed_or_stopped_or_never_begin()
      throws InterruptedException {
    Fleet mute = mute();
    String unbegun = jobs.submit("-version");
    jobs.awaitStatus(unbegun, "running");
    Encode encode = Encode.lasting(Duration.ofSeconds(4));
    List<String> undisturbed = encode.run(media.resolve("undisturbed.ts"));
    Disturbed lost = new Disturbed("lost");
    Disturbed back = new Disturbed("back");
    Disturbed stopped = new Disturbed("stopped");
    List.of(lost, back, stopped).forEach(job -> job.begin(encode));
    List.of(lost, back, stopped).forEach(Disturbed::awaitOutput);

    List<ProcessHandle> killed = List.of(lost.encoder(), back.encoder());
    ProcessHandle outlived = stopped.encoder();

    Instant disturbedAt = Instant.now();
    lost.worker.kill();
    back.worker.kill();
    stopped.signal("STOP");
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(GONE)
        .until(() -> killed.stream().noneMatch(Processes::isRunning));
    Worker spare = worker("spare", "lost", "stopped");
    back.worker.restart();
    Instant backAt = Instant.now();

    assertThat(startedAgain(back.job)).isBefore(backAt.plus(AGAIN));
    assertThat(startedAgain(lost.job)).isBefore(disturbedAt.plus(ELSEWHERE));
    assertThat(startedAgain(stopped.job)).isBefore(disturbedAt.plus(ELSEWHERE));
    assertThat(startedAgain(unbegun)).isBefore(disturbedAt.plus(ELSEWHERE));
    stopped.signal("CONT");
    await().atMost(FENCED).until(() -> !Processes.isRunning(outlived));
    assertThat(lost.end()).isEqualTo("spare");
    assertThat(stopped.end()).isEqualTo("spare");
    assertThat(back.end()).isEqualTo("back");
    assertThat(List.of(lost, back, stopped))
        .allSatisfy(job -> assertThat(Encode.frameHashes(job.file())).isEqualTo(undisturbed));
    assertThat(jobs.awaitEnd(unbegun).getString("status")).isEqualTo("completed");
    mute.close();
    List.of(back.worker, stopped.worker, spare).forEach(Worker::kill);
  }

  /** A worker that accepts, and that is all. */
  private static Fleet mute() throws InterruptedException {
    List<Credentials> identity = List.of(coordinator.identity("mute", "worker"));
    Fleet mute =
        Fleet.start(List.of(coordinator.url()), identity, 1, worker -> new RunListener() {});
    mute.gate().shut();
    mute.awaitOnline(PATIENCE);
    return mute;
  }

  /** When a job began to run again. */
  private static Instant startedAgain(String job) {
    return await()
        .alias(job + " runs again")
        .atMost(PATIENCE)
        .until(() -> startsAfterTheFirst(job), starts -> !starts.isEmpty())
        .get(0);
  }

  private static List<Instant> startsAfterTheFirst(String job) {
    return jobs.show(job).getJsonArray("attempts").getValuesAs(JsonObject.class).stream()
        .skip(1)
        .filter(attempt -> !attempt.isNull("started_at"))
        .map(attempt -> Instant.parse(attempt.getString("started_at")))
        .toList();
  }

  /** Alone with what it can reach: every test kills the workers that it started. */
  private static Worker worker(String name, String... paths) {
    WorkerSetup setup = WorkerSetup.ffmpeg(Programs.ffmpeg()).yaml("slots: 4\n");
    for (String path : paths) {
      setup = setup.path(path, media);
    }
    return LAB.worker(coordinator.url(), coordinator.identity(name, "worker"), setup);
  }

  /** An encode that only its own worker can do until another offers the path of the same name. */
  private static final class Disturbed {
    private final String name;
    private final Worker worker;
    private String job = "";

    Disturbed(String name) {
      this.name = name;
      this.worker = EncodesIT.worker(name, name);
    }

    void begin(Encode encode) {
      job = jobs.submit(encode.to("$" + name + "/" + name + ".ts"), List.of(name));
    }

    void awaitOutput() {
      await().atMost(PATIENCE).until(() -> file().toFile().length() > 0);
    }

    Path file() {
      return media.resolve(name + ".ts");
    }

    void signal(String signal) {
      worker.process().signal(signal);
      Signals.send(signal, encoder().pid());
    }

    /** Who completed it. */
    String end() {
      JsonObject record = jobs.awaitEnd(job, PATIENCE);
      assertThat(record.getString("status")).as("%s", record).isEqualTo("completed");
      return record.getString("worker_id");
    }

    /** Once there is output, until it is killed. */
    ProcessHandle encoder() {
      return worker
          .process()
          .tree()
          .filter(process -> process.info().command().orElse("").endsWith("/ffmpeg"))
          .findFirst()
          .orElseThrow();
    }
  }
}
