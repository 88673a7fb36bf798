package org.dffmpeg.systemtest.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dffmpeg.systemtest.harness.Cli;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.harness.Yaml;
import org.dffmpeg.systemtest.legacy.LegacyClient;
import org.dffmpeg.systemtest.legacy.LegacyWorker;
import org.dffmpeg.systemtest.wire.Credentials;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Our coordinator with peers that know host, port, name and key, and no path base. */
@Tag("slow")
class OldPeersIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path SHELL = Path.of("/bin/sh");

  private static Coordinator coordinator;

  @BeforeAll
  static void start() {
    coordinator = LAB.coordinator(Database.H2);
  }

  @Test
  void a_whole_job_goes_over_the_wire_as_the_protocol_captured_it() throws IOException {
    Credentials worker = coordinator.identity("transcript-worker", "worker");
    Credentials client = coordinator.identity("transcript-client", "client");

    new WholeJobTranscript(coordinator.url(), worker, client, false).play();
  }

  @Test
  void an_old_worker_and_an_old_client_complete_a_job() throws IOException {
    Path media = LAB.workspace().directory("old-media");
    Files.writeString(media.resolve("in.txt"), "h\u00e9llo \u2028 \ud83d\ude00\n");
    Credentials name = coordinator.identity("old-worker", "worker");
    try (LegacyWorker worker =
            LegacyWorker.start(
                coordinator.url(),
                name,
                Map.of("ffmpeg", Path.of("/bin/cat")),
                Map.of("Old", media));
        LegacyClient client =
            new LegacyClient(coordinator.url(), coordinator.identity("old-client", "client"))) {
      client.submit("ffmpeg", List.of("$Old/in.txt", "$Old/absent"), List.of("Old"));

      assertThat(client.await(PATIENCE)).isEqualTo(1);
      assertThat(client.stdout()).containsExactly("h\u00e9llo \u2028 \ud83d\ude00");
      assertThat(client.stderr()).hasSize(1);
      assertThat(client.statuses()).containsExactly("assigned", "running", "failed");
      assertThat(worker).isNotNull();
    }
  }

  @Test
  void our_worker_serves_an_old_client() {
    Credentials name = coordinator.identity("new-worker", "worker");
    Path media = LAB.workspace().directory("new-media");
    LAB.worker(coordinator.url(), name, WorkerSetup.ffmpeg(SHELL).path("New", media));
    try (LegacyClient client =
        new LegacyClient(coordinator.url(), coordinator.identity("client-of-new", "client"))) {
      client.submit("ffmpeg", List.of("-c", "echo $0; kill -9 $$", "$New/x"), List.of("New"));

      assertThat(client.await(PATIENCE)).isEqualTo(137);
      assertThat(client.stdout()).containsExactly(media.resolve("x").toString());
    }
  }

  @Test
  void an_old_worker_serves_our_client() {
    Credentials name = coordinator.identity("worker-of-new", "worker");
    Path mine = LAB.workspace().directory("mine");
    Path theirs = LAB.workspace().directory("theirs");
    Cli cli =
        LAB.cli(
            coordinator.url(),
            coordinator.identity("new-client", "client"),
            Yaml.map("paths", Map.of("Shared", mine)));
    try (LegacyWorker worker =
        LegacyWorker.start(
            coordinator.url(), name, Map.of("ffmpeg", SHELL), Map.of("Shared", theirs))) {
      Cli.Finished ended =
          cli.run("submit", "--", "-c", "echo $0; exit 7", mine.resolve("a b").toString());

      assertThat(ended.out()).isEqualTo(theirs.resolve("a b") + "\n");
      assertThat(ended.code()).isEqualTo(7);
      assertThat(worker).isNotNull();
    }
  }
}
