package org.dffmpeg.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.Payload;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the built WAR does in a server, whatever its database. */
@Tag("container")
@ExtendWith(ArquillianExtension.class)
abstract class CoordinatorContract {
  private static final String SUBMIT =
      """
      {"binary_name":"ffmpeg","arguments":["<b>x</b>"],"supported_transports":["http_polling"],"monitor":%s}
      """;

  @ArquillianResource private URL url;

  /** The coordinator's data directory. */
  abstract Path data();

  private RunningCoordinator coordinator() {
    return new RunningCoordinator(url.getPort(), data());
  }

  @Test
  void the_migrations_are_applied_and_every_store_answers() throws Exception {
    assertThat(coordinator().get("/health?deep=true").body())
        .contains("\"status\":\"online\"")
        .doesNotContain("unhealthy");
  }

  @Test
  void the_first_start_leaves_a_key_that_opens_the_administration() throws Exception {
    assertThat(coordinator().localAdmin().get("/admin/users").body()).contains("localadmin");
  }

  @Test
  void a_job_goes_to_its_worker_and_its_end_comes_back() throws Exception {
    Peer client = coordinator().peer("client");
    Peer worker = coordinator().peer("worker");

    try (Lines commands = worker.stream("/poll/worker")) {
      worker.register();
      worker.verify(commands.next(Payload.VerifyRegistration.class));
      JobView job = client.submit(SUBMIT.formatted(false));
      commands.until(message -> job.jobId().equals(message.jobId()));

      String jobRoute = "/jobs/" + job.jobId();
      assertThat(worker.post(jobRoute + "/accept", "").body())
          .isEqualTo(RunningCoordinator.golden("command"));
      worker.post(jobRoute + "/status", "{\"status\":\"completed\",\"exit_code\":0}");
      try (Lines news = client.stream("/poll/jobs/" + job.jobId())) {
        news.until(
            message ->
                message.payload() instanceof Payload.JobStatus status
                    && Integer.valueOf(0).equals(status.exitCode()));
      }
    }
  }

  @Test
  void timers_fire_and_cancel_a_job_whose_client_went_away() throws Exception {
    Peer client = coordinator().peer("client");
    JobView job = client.submit(SUBMIT.formatted(true));

    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(client.get("/jobs/" + job.jobId() + "/status").body())
                    .contains("\"status\":\"canceled\""));
  }

  @Test
  void retention_runs_as_a_batch_job_of_the_server() throws Exception {
    Peer admin = coordinator().localAdmin();
    String started = admin.post("/admin/retention", "").body();
    String run = started.substring(0, started.indexOf(','));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(admin.get("/admin/retention").body())
                    .contains(run + ",\"status\":\"completed\""));
  }

  @Test
  void the_servers_own_pages_are_not_to_be_seen() throws Exception {
    assertThat(coordinator().get("/openapi").statusCode()).isEqualTo(404);
    assertThat(coordinator().get("/metrics").body()).startsWith("{\"total\":");
    assertThat(coordinator().get("/health").body()).startsWith("{\"status\":\"online\"");
  }

  @Test
  void an_idle_stream_is_kept_alive() throws Exception {
    Peer client = coordinator().peer("client");
    JobView job = client.submit(SUBMIT.formatted(false));

    try (Lines news = client.stream("/poll/jobs/" + job.jobId())) {
      assertThat(news.nextLine()).isEmpty();
    }
  }

  @Test
  void the_console_shows_a_job_and_has_no_session() throws Exception {
    JobView job = coordinator().peer("client").submit(SUBMIT.formatted(false));

    var page = coordinator().get("/status");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(page.body()).contains(job.jobId().value()).doesNotContain("<b>x</b>");
  }
}
