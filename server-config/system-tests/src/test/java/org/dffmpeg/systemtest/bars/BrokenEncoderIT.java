package org.dffmpeg.systemtest.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Programs;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A worker whose encoder is broken ruins at most three jobs before it is set aside, and returns by
 * itself after it is repaired.
 */
@Tag("slow")
@Tag("ffmpeg")
class BrokenEncoderIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Duration SOON = Duration.ofSeconds(60);

  /**
   * A real ffmpeg whose libx264 fails like a driver without a device, as long as a file is there.
   */
  private static final String WRAPPER =
      """
      #!/bin/sh
      case " $* " in
        *" libx264 "*)
          if [ -e %s ]; then
            echo "[libx264 @ 0x55f69fe0e980] No capable devices found" >&2
            echo "Error while opening encoder for output stream #0:0" >&2
            exit 187
          fi ;;
      esac
      exec %s "$@"
      """;

  @Test
  void a_broken_encoder_is_set_aside_and_comes_back_by_itself() throws IOException {
    Coordinator coordinator = LAB.coordinator(Database.H2);
    Jobs jobs = new Jobs(LAB.closeLater(coordinator.as(coordinator.identity("user", "client"))));
    RawHttp admin = LAB.closeLater(coordinator.as(coordinator.identity("boss", "admin")));
    Path fault = LAB.workspace().file("fault", "");
    Path ffmpeg = LAB.workspace().script("ffmpeg", WRAPPER.formatted(fault, Programs.ffmpeg()));
    LAB.worker(
        coordinator.url(),
        coordinator.identity("broken", "worker"),
        WorkerSetup.ffmpeg(ffmpeg)
            .asked()
            .path("Out", LAB.workspace().directory("out"))
            .yaml("slots: 2\n"));
    await()
        .atMost(SOON)
        .until(() -> worker(admin).getInt("capabilities_count"), count -> count > 0);

    List<String> needy = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      needy.add(jobs.submit(encode("libx264", "$Out/" + i + ".mkv"), List.of("Out")));
    }
    await().atMost(SOON).until(() -> worker(admin).getJsonObject("set_aside").size() == 1);
    assertThat(worker(admin).getJsonObject("set_aside").getString("encoder:libx264"))
        .isEqualTo("No capable devices found");
    String other = jobs.submit(encode("mpeg4", "$Out/other.mkv"), List.of("Out"));
    assertThat(jobs.awaitEnd(other).getString("status"))
        .as("other work still comes")
        .isEqualTo("completed");
    assertThat(needy).extracting(jobs::status).doesNotContain("failed");
    assertThat(jobs.show(needy.get(needy.size() - 1)).getString("waiting_for"))
        .contains("encoder libx264 does not work on the one worker that fits");

    Files.delete(fault);

    assertThat(needy)
        .allSatisfy(
            job -> assertThat(jobs.awaitEnd(job).getString("status")).isEqualTo("completed"));
    assertThat(worker(admin).getJsonObject("set_aside")).isEmpty();
    assertThat(needy.stream().flatMap(job -> failures(jobs.show(job))).toList())
        .as("attempts on the broken encoder")
        .hasSizeBetween(1, 3)
        .containsOnly("encoder_failed");
  }

  private static JsonObject worker(RawHttp admin) {
    return admin.get("/workers/broken").expectOk().object();
  }

  private static List<String> encode(String encoder, String output) {
    return List.of("-f", "lavfi", "-i", "testsrc2", "-frames:v", "5", "-c:v", encoder, output);
  }

  private static Stream<String> failures(JsonObject job) {
    return job.getJsonArray("attempts").getValuesAs(JsonObject.class).stream()
        .map(attempt -> attempt.getString("reason"))
        .filter(reason -> !reason.equals("exited"));
  }
}
