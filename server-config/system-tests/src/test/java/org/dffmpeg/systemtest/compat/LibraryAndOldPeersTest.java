package org.dffmpeg.systemtest.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.systemtest.legacy.LegacyCoordinator;
import org.dffmpeg.systemtest.legacy.LegacyWorker;
import org.dffmpeg.systemtest.wire.Credentials;
import org.junit.jupiter.api.Test;

/** Our client library with a coordinator and a worker of old. */
class LibraryAndOldPeersTest {
  private static final Credentials WORKER =
      new Credentials("worker1", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Credentials CLIENT =
      new Credentials("client1", "Hh0cGxoZGBcWFRQTEhEQDw4NDAsKCQgHBgUEAwIBAAA=");

  @Test
  void the_library_runs_a_job_on_an_old_system() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    ClientListener listener =
        new ClientListener() {
          @Override
          public void onLine(JobId job, LogStream stream, String line) {
            lines.add(stream.wireName() + " " + line);
          }
        };
    try (LegacyCoordinator coordinator = LegacyCoordinator.start(List.of(WORKER, CLIENT));
        LegacyWorker worker =
            LegacyWorker.start(
                coordinator.url(), WORKER, Map.of("ffmpeg", Path.of("/bin/sh")), Map.of());
        JobClient client =
            JobClient.connect(
                ClientSettings.of(coordinator.url(), CLIENT.clientId(), CLIENT.key()), listener)) {
      JobResult result =
          client
              .submit(JobRequest.of("ffmpeg", "-c", "echo out; echo err >&2; exit 3"))
              .await(Duration.ofSeconds(20));

      assertThat(result).isInstanceOf(JobResult.Failed.class);
      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(lines).containsExactlyInAnyOrder("stdout out", "stderr err");
      assertThat(worker).isNotNull();
    }
  }
}
