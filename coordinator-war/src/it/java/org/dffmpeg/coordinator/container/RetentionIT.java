package org.dffmpeg.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import org.dffmpeg.common.protocol.JobView;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The timer of the server starts the batch job, and that deletes. */
@Tag("container")
@ExtendWith(ArquillianExtension.class)
class RetentionIT {
  private static final String SUBMIT =
      """
      {"binary_name":"ffmpeg","arguments":["x"],"supported_transports":["http_polling"],"monitor":false}
      """;

  private static Path data = Path.of("");
  @ArquillianResource private URL url;

  @Deployment(testable = false)
  static WebArchive coordinator() {
    data = Container.prepare("retention: {interval: 1, jitter: 0}");
    return Container.builtWar().addClass(AgedJob.class);
  }

  @Test
  void a_job_that_ended_long_ago_goes_by_itself_and_a_younger_one_stays() throws Exception {
    RunningCoordinator coordinator = new RunningCoordinator(url.getPort(), data);
    Peer client = coordinator.peer("client");
    JobView old = canceled(client);
    JobView young = canceled(client);

    assertThat(coordinator.get("/console/aged?job=" + old.jobId()).body()).isEqualTo("true");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(client.get("/jobs/" + old.jobId() + "/status").statusCode())
                    .isEqualTo(404));
    assertThat(client.get("/jobs/" + young.jobId() + "/status").statusCode()).isEqualTo(200);
    assertThat(coordinator.localAdmin().get("/admin/retention").body()).contains("\"jobs\":1");
  }

  private static JobView canceled(Peer client) throws Exception {
    JobView job = client.submit(SUBMIT);
    assertThat(client.post("/jobs/" + job.jobId() + "/cancel", "").statusCode()).isEqualTo(200);
    return job;
  }
}
