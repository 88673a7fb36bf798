package org.dffmpeg.systemtest.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.systemtest.harness.ChildProcess;
import org.dffmpeg.systemtest.harness.Cli;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Programs;
import org.dffmpeg.systemtest.harness.Worker;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.harness.Yaml;
import org.dffmpeg.systemtest.wire.Credentials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ctrl-C at the client ends the encode at the worker. */
@Tag("slow")
@Tag("ffmpeg")
class InterruptIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration GONE = Duration.ofSeconds(6);

  @Test
  void ctrl_c_ends_a_real_encode_and_cancels_its_job() {
    Coordinator coordinator = LAB.coordinator(Database.H2);
    Path out = LAB.workspace().directory("out");
    Worker worker =
        LAB.worker(
            coordinator.url(),
            coordinator.identity("encoder", "worker"),
            WorkerSetup.ffmpeg(Programs.ffmpeg()).path("Out", out));
    Credentials user = coordinator.identity("user", "client");
    Cli cli = LAB.cli(coordinator.url(), user, Yaml.map("paths", Map.of("Out", out)));
    ChildProcess client =
        cli.start(
            "submit",
            "--",
            "-y",
            "-re",
            "-f",
            "lavfi",
            "-i",
            "testsrc=size=640x360:rate=25",
            "-t",
            "600",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            out.resolve("long.mkv").toString());
    await().atMost(START).until(() -> out.resolve("long.mkv").toFile().exists());
    ProcessHandle ffmpeg = ffmpegOf(worker).orElseThrow();

    client.signal("INT");

    await().atMost(GONE).until(() -> !ffmpeg.isAlive());
    assertThat(client.await(GONE)).isEqualTo(130);
    Jobs jobs = new Jobs(LAB.closeLater(coordinator.as(user)));
    JsonObject job = jobs.awaitEnd(jobs.all().get(0).getString("job_id"));
    assertThat(job.getString("status")).isEqualTo("canceled");
  }

  private static Optional<ProcessHandle> ffmpegOf(Worker worker) {
    return worker
        .process()
        .tree()
        .filter(handle -> handle.info().command().orElse("").endsWith("/ffmpeg"))
        .findFirst();
  }
}
