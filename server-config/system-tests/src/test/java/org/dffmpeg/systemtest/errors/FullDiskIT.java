package org.dffmpeg.systemtest.errors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Programs;
import org.dffmpeg.systemtest.harness.SmallDisk;
import org.dffmpeg.systemtest.harness.Worker;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A disk without room, at the worker and at the coordinator. */
@Tag("slow")
class FullDiskIT {
  @RegisterExtension static final Lab LAB = new Lab();

  /** Room for the server's own classes, twice, and a little more. */
  private static final int COORDINATOR_MEGABYTES = 400;

  /** Its own disk has room. */
  private static Coordinator coordinator;

  @BeforeAll
  static void start() {
    coordinator = LAB.coordinator(Database.H2);
  }

  @Test
  @Tag("ffmpeg")
  void an_encode_that_fills_the_disk_fails_with_ffmpegs_own_words() throws IOException {
    JsonObject end = encodeOnto(SmallDisk.mount(LAB.workspace().directory("small"), 4), "filling");

    assertThat(end.getString("status")).isEqualTo("failed");
    assertThat(end.getInt("exit_code")).isNotZero();
    assertThat(end.getString("stderr")).contains("No space left on device");
  }

  @Test
  @Tag("ffmpeg")
  void an_encode_onto_a_full_disk_is_not_even_started() throws IOException {
    SmallDisk disk = SmallDisk.mount(LAB.workspace().directory("full"), 1);
    disk.fill();

    JsonObject end = encodeOnto(disk, "refusing");

    assertThat(end.getString("status")).isEqualTo("failed");
    assertThat(end.getString("reason")).isEqualTo("disk_full");
    assertThat(end.getString("reason_detail")).contains(disk.root().toString());
  }

  private static List<String> rawVideo(String output) {
    return List.of(
        "-y",
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=320x180:rate=25",
        "-t",
        "2",
        "-c:v",
        "rawvideo",
        output);
  }

  /** How a job ended that writes 8 MB, with what it said on stderr. */
  private static JsonObject encodeOnto(SmallDisk disk, String variable) throws IOException {
    LAB.closeLater(disk);
    Worker worker =
        LAB.worker(
            coordinator.url(),
            coordinator.identity(variable, "worker"),
            WorkerSetup.ffmpeg(Programs.ffmpeg()).path(variable, disk.root()));
    try (RawHttp http = coordinator.as(coordinator.identity("user-" + variable, "client"))) {
      Jobs jobs = new Jobs(http);
      String job = jobs.submitOnce(rawVideo("$" + variable + "/x.nut"), List.of(variable));
      JsonObject end = jobs.awaitEnd(job);
      worker.kill();
      return Json.createObjectBuilder(end).add("stderr", jobs.output(job, "stderr")).build();
    }
  }

  @Test
  void a_coordinator_without_room_refuses_loudly_and_loses_nothing_it_took() throws IOException {
    SmallDisk disk =
        LAB.closeLater(SmallDisk.mount(LAB.workspace().directory("data"), COORDINATOR_MEGABYTES));
    Coordinator cramped = LAB.coordinatorIn(disk.root().resolve("coordinator"), Database.H2);
    try (RawHttp http = cramped.as(cramped.identity("user", "client"))) {
      Jobs jobs = new Jobs(http);
      String before = jobs.submit("before");
      long unpacked = serverMegabytes(cramped);
      disk.fill();

      Reply refused = firstRefusal(jobs);

      assertThat(refused.status()).isIn(500, 503, 507);
      assertThat(refused.detail()).isNotBlank().doesNotContain("Exception");
      disk.empty();
      cramped.restart();
      assertThat(jobs.status(before)).isEqualTo("pending");
      assertThat(jobs.trySubmit("ffmpeg", List.of("after"), List.of()).status()).isEqualTo(200);
      assertThat(serverMegabytes(cramped)).isLessThanOrEqualTo(unpacked + 1);
    }
  }

  /** What the server has unpacked: as much after each start. */
  private static long serverMegabytes(Coordinator coordinator) throws IOException {
    try (Stream<Path> files = Files.walk(coordinator.dataDirectory().resolve("server"))) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum() >> 20;
    }
  }

  /** The database may have some room of its own left. */
  private static Reply firstRefusal(Jobs jobs) {
    String large = "x".repeat(100_000);
    for (int i = 0; i < 500; i++) {
      Reply reply = jobs.trySubmit("ffmpeg", List.of(large), List.of());
      if (reply.status() != 200) {
        return reply;
      }
    }
    throw new AssertionError("fifty megabytes went onto a full disk");
  }
}
