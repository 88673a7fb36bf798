package org.dffmpeg.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.systemtest.harness.ChildProcess;
import org.dffmpeg.systemtest.harness.Command;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Programs;
import org.dffmpeg.systemtest.harness.Worker;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real encode that is interrupted and run again gives what it would have given at once. */
@Tag("slow")
@Tag("ffmpeg")
class RunAgainIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Duration SOON = Duration.ofSeconds(30);

  /** The lease of 5 s, 10 s more, a sweep and the encode. */
  private static final Duration LEASE_AND_ENCODE = Duration.ofSeconds(90);

  private static Coordinator coordinator;
  private static Jobs jobs;
  private static Path films;

  @BeforeAll
  static void start() {
    coordinator = LAB.coordinator(Database.H2, "job_lease: 11\njanitor: {interval: 2}\n");
    jobs = new Jobs(LAB.closeLater(coordinator.as(coordinator.identity("user", "client"))));
    films = LAB.workspace().directory("films");
  }

  @Test
  void an_encode_whose_worker_is_killed_runs_elsewhere_to_the_same_frames() throws IOException {
    assertThat(encode("undisturbed.mkv").await(LEASE_AND_ENCODE)).isZero();
    Worker first = worker("first");
    String job = jobs.submit(arguments("$Films/film.mkv"), List.of("Films"));
    Path film = films.resolve("film.mkv");
    await().atMost(SOON).until(() -> Files.exists(film) && Files.size(film) > 0);

    first.kill();
    Worker second = worker("second");

    JsonObject end = jobs.awaitEnd(job, LEASE_AND_ENCODE);
    assertThat(end.getString("status")).as(() -> end.toString()).isEqualTo("completed");
    assertThat(end.getString("worker_id")).isEqualTo("second");
    assertThat(end.getJsonArray("attempts").getJsonObject(0).getString("reason"))
        .isEqualTo("worker_lost");
    assertThat(frames("film.mkv")).isNotEmpty().isEqualTo(frames("undisturbed.mkv"));
    second.kill();
  }

  @Test
  void a_file_that_was_there_before_the_first_attempt_is_not_removed() throws IOException {
    Files.writeString(films.resolve("precious.mkv"), "a film");
    Worker worker = worker("careful");

    JsonObject end = jobs.awaitEnd(jobs.submit(arguments("$Films/precious.mkv"), List.of("Films")));

    assertThat(end.getString("reason")).isEqualTo("exited");
    assertThat(films.resolve("precious.mkv")).hasContent("a film");
    worker.kill();
  }

  private static Worker worker(String name) {
    return LAB.worker(
        coordinator.url(),
        coordinator.identity(name, "worker"),
        WorkerSetup.ffmpeg(Programs.ffmpeg()).path("Films", films).yaml("job_lease: 11\n"));
  }

  /** Some seconds of work, written as it goes; one thread, so that each run gives the same. */
  private static List<String> arguments(String output) {
    String film = "testsrc2=size=640x360:rate=25:duration=60";
    return List.of(
        "-nostdin",
        "-f",
        "lavfi",
        "-i",
        film,
        "-c:v",
        "libx264",
        "-preset",
        "medium",
        "-threads",
        "1",
        "-flush_packets",
        "1",
        output);
  }

  private static ChildProcess encode(String name) {
    return ffmpeg(arguments(films.resolve(name).toString()));
  }

  /** The hashes of the decoded frames. */
  private static String frames(String name) {
    Path hashes = LAB.workspace().directory("hashes").resolve(name + ".txt");
    ChildProcess decode =
        ffmpeg(
            List.of(
                "-y", "-i", films.resolve(name).toString(), "-f", "framemd5", hashes.toString()));
    assertThat(decode.await(LEASE_AND_ENCODE)).isZero();
    try {
      return Files.readString(hashes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ChildProcess ffmpeg(List<String> arguments) {
    return LAB.start(
        "ffmpeg",
        Command.of(Programs.ffmpeg(), LAB.workspace().root(), arguments.toArray(String[]::new)));
  }
}
