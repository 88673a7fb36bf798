package org.dffmpeg.systemtest.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Reply;
import org.dffmpeg.systemtest.wire.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stubs against each other: what they do to ours later, they do to each other first. */
class LegacyPeersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Credentials WORKER =
      new Credentials("worker1", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Credentials CLIENT =
      new Credentials("client1", "Hh0cGxoZGBcWFRQTEhEQDw4NDAsKCQgHBgUEAwIBAAA=");

  @TempDir Path directory;
  private final LegacyCoordinator coordinator = LegacyCoordinator.start(List.of(WORKER, CLIENT));

  @AfterEach
  void stop() {
    coordinator.close();
  }

  @Test
  void a_job_runs_and_its_lines_and_exit_code_come_back() throws IOException {
    Path media = Files.createDirectory(directory.resolve("media"));
    Files.writeString(media.resolve("in.txt"), "h\u00e9llo\n");
    try (LegacyWorker worker = worker("cat", Map.of("Media", media));
        LegacyClient client = new LegacyClient(coordinator.url(), CLIENT)) {
      String job = client.submit("ffmpeg", List.of("$Media/in.txt"), List.of("Media"));

      assertThat(client.await(PATIENCE)).isZero();
      assertThat(client.stdout()).containsExactly("h\u00e9llo");
      assertThat(client.statuses()).containsSubsequence("assigned", "running", "completed");
      assertThat(coordinator.job(job).getString("worker_id")).isEqualTo("worker1");
      assertThat(worker).isNotNull();
    }
  }

  @Test
  void a_cancelled_job_is_terminated_and_reported() {
    try (LegacyWorker worker = worker("sleep", Map.of());
        LegacyClient client = new LegacyClient(coordinator.url(), CLIENT);
        RawHttp http = new RawHttp(coordinator.url(), CLIENT)) {
      String job = client.submit("ffmpeg", List.of("60"), List.of());
      await().atMost(PATIENCE).until(() -> client.statuses().contains("running"));

      http.post("/jobs/" + job + "/cancel").expectOk();

      assertThat(client.await(PATIENCE)).isEqualTo(130);
      assertThat(client.statuses()).containsSubsequence("running", "canceling", "canceled");
      assertThat(worker).isNotNull();
    }
  }

  @Test
  void each_authentication_fault_has_its_own_text() {
    try (RawHttp stranger =
            new RawHttp(coordinator.url(), new Credentials("nobody", WORKER.key()));
        RawHttp forger = new RawHttp(coordinator.url(), CLIENT.withKey(WORKER.key()))) {
      Reply unknown = stranger.get("/jobs");
      Reply forged = forger.get("/jobs");
      Reply unsigned = forger.sendUnsigned(Request.get("/jobs"));

      assertThat(List.of(unknown.status(), forged.status(), unsigned.status())).containsOnly(401);
      assertThat(unknown.detail()).isEqualTo("Invalid user");
      assertThat(forged.detail()).isEqualTo("Invalid HMAC signature");
      assertThat(unsigned.detail()).isEqualTo("Authentication required");
    }
  }

  private LegacyWorker worker(String command, Map<String, Path> paths) {
    Path binary = Path.of("/bin", command);
    return LegacyWorker.start(coordinator.url(), WORKER, Map.of("ffmpeg", binary), paths);
  }
}
