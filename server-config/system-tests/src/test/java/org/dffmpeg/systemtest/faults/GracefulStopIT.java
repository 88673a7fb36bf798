package org.dffmpeg.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.LineStream;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** SIGTERM at the coordinator: say so first, then end what is open, then go. */
@Tag("slow")
class GracefulStopIT {
  @RegisterExtension static final Lab LAB = new Lab();

  @Test
  void a_coordinator_told_to_stop_answers_503_first_and_ends_its_streams_cleanly()
      throws IOException {
    Coordinator coordinator = LAB.coordinator(Database.H2, "shutdown_delay_seconds: 3\n");
    Credentials worker = coordinator.identity("listener", "worker");
    try (RawHttp http = coordinator.as(worker);
        LineStream stream =
            http.stream(Request.get("/poll/worker").query("wait=5"), Duration.ofSeconds(20))) {
      coordinator.process().signal("TERM");

      await().atMost(Duration.ofSeconds(3)).until(() -> coordinator.health().status() == 503);
      assertThat(coordinator.health().object().getString("status")).isEqualTo("shutdown");
      assertThat(coordinator.process().isAlive()).isTrue();
      for (String line = stream.next(); line != null; line = stream.next()) {
        assertThat(line).isEmpty();
      }
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> answersNothingElse(coordinator) && !coordinator.process().isAlive());
    assertThat(coordinator.process().await(Duration.ofSeconds(30))).isIn(0, 143);
    coordinator.restart();
    try (RawHttp http = coordinator.as(coordinator.identity("user", "client"))) {
      assertThat(new Jobs(http).all()).isEmpty();
    }
  }

  /** Above all no 404: it would tell a worker that its job does not exist. */
  private static boolean answersNothingElse(Coordinator coordinator) {
    int nobodyAnswers = 0;
    assertThat(coordinator.health().status()).isIn(nobodyAnswers, 503);
    return true;
  }
}
