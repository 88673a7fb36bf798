package org.dffmpeg.systemtest.errors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Programs;
import org.dffmpeg.systemtest.harness.SmallDisk;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A disk without room, at the worker and at the coordinator. */
@Tag("slow")
class FullDiskIT {
  @RegisterExtension static final Lab LAB = new Lab();

  @Test
  @Tag("ffmpeg")
  void an_encode_onto_a_full_disk_fails_with_ffmpegs_own_words() throws IOException {
    SmallDisk disk = LAB.closeLater(SmallDisk.mount(LAB.workspace().directory("out"), 1));
    disk.fill();
    Coordinator coordinator = LAB.coordinator(Database.H2);
    LAB.worker(
        coordinator.url(),
        coordinator.identity("encoder", "worker"),
        WorkerSetup.ffmpeg(Programs.ffmpeg()).path("Out", disk.root()));
    try (RawHttp http = coordinator.as(coordinator.identity("user", "client"))) {
      Jobs jobs = new Jobs(http);
      String job =
          jobs.submit(
              List.of(
                  "-y",
                  "-f",
                  "lavfi",
                  "-i",
                  "testsrc=size=320x180:rate=25",
                  "-t",
                  "2",
                  "-c:v",
                  "rawvideo",
                  "$Out/x.nut"),
              List.of("Out"));

      JsonObject end = jobs.awaitEnd(job);

      assertThat(end.getString("status")).isEqualTo("failed");
      assertThat(end.getInt("exit_code")).isNotZero();
      assertThat(jobs.output(job, "stderr")).contains("No space left on device");
    }
  }

  @Test
  void a_coordinator_without_room_refuses_loudly_and_loses_nothing_it_took() throws IOException {
    SmallDisk disk = LAB.closeLater(SmallDisk.mount(LAB.workspace().directory("data"), 24));
    Coordinator coordinator = LAB.coordinatorIn(disk.root().resolve("coordinator"), Database.H2);
    try (RawHttp http = coordinator.as(coordinator.identity("user", "client"))) {
      Jobs jobs = new Jobs(http);
      String before = jobs.submit("before");
      disk.fill();

      Reply refused = firstRefusal(jobs);

      assertThat(refused.status()).isIn(500, 503, 507);
      assertThat(refused.detail()).isNotBlank().doesNotContain("Exception");
      disk.empty();
      coordinator.restart();
      assertThat(jobs.status(before)).isEqualTo("pending");
      assertThat(jobs.trySubmit("ffmpeg", List.of("after"), List.of()).status()).isEqualTo(200);
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
