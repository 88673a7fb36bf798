package org.dffmpeg.systemtest.errors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dffmpeg.systemtest.harness.Cli;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.Ports;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.harness.Yaml;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users of a running coordinator do wrong ("Errors users will meet"). */
@Tag("slow")
class UserErrorsIT {
  @RegisterExtension static final Lab LAB = new Lab();

  /** Any well-formed key that nobody has. */
  private static final String OTHER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static Coordinator coordinator;
  private static Credentials user;
  private static Path media;
  private static Cli cli;

  @BeforeAll
  static void start() {
    coordinator = LAB.coordinator(Database.H2);
    user = coordinator.identity("user", "client");
    media = LAB.workspace().directory("media");
    cli = LAB.cli(coordinator.url(), user, Yaml.map("paths", Map.of("Media", media)));
    LAB.worker(
        coordinator.url(),
        coordinator.identity("encoder", "worker"),
        WorkerSetup.ffmpeg(Path.of("/bin/echo")).path("Media", media));
  }

  @Test
  void a_wrong_key_is_one_line_and_no_retry() {
    Cli wrong =
        LAB.cli(
            coordinator.url(), coordinator.identity("mistyped", "client").withKey(OTHER_KEY), "");

    Cli.Finished ended = wrong.run("job", "list");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.errorLines()).hasSize(1);
    assertThat(ended.err()).contains("Authentication failed");
  }

  /** No wish of ours, but documented: docs/protocol.md "Bounds". */
  @ParameterizedTest
  @CsvSource({
    "GET /jobs/%zz/status, 1, 1, 200",
    "GET /health, 70000, 1, 400",
    "GET /health, 1, 300, 400"
  })
  void what_the_server_does_not_understand_it_answers_itself_without_a_body(
      String request, int length, int headers, int status) throws IOException {
    String header = "X-Long: " + "x".repeat(length) + "\r\n";

    String answer = answerTo(request + " HTTP/1.1\r\nHost: x\r\n" + header.repeat(headers));

    assertThat(answer).startsWith("HTTP/1.1 " + status).endsWith("\r\n\r\n");
  }

  private static String answerTo(String head) throws IOException {
    try (Socket socket = new Socket(coordinator.url().getHost(), coordinator.url().getPort())) {
      socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
      socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @Test
  void an_unknown_identity_is_told_the_same_as_a_wrong_key() {
    Credentials unknown = new Credentials("nobody", OTHER_KEY);
    try (RawHttp stranger = coordinator.as(unknown);
        RawHttp forger = coordinator.as(user.withKey(OTHER_KEY))) {
      Reply strange = stranger.get("/jobs");
      Reply forged = forger.get("/jobs");

      assertThat(strange.status()).isEqualTo(401);
      assertThat(strange.text()).isEqualTo(forged.text());
    }
  }

  @Test
  void a_wrong_clock_is_told_the_skew_and_both_times() {
    Clock late = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    try (RawHttp http = new RawHttp(coordinator.url(), user, late, Duration.ofSeconds(10))) {
      Reply refused = http.get("/jobs");

      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.object().getString("code")).isEqualTo("stale_timestamp");
      assertThat(refused.detail()).containsPattern("3(599|600|601) ?s");
      assertThat(refused.detail().split("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d", -1))
          .hasSize(3);
    }
  }

  @Test
  void a_wrong_clock_with_a_wrong_key_learns_nothing() {
    Clock late = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    try (RawHttp http =
        new RawHttp(coordinator.url(), user.withKey(OTHER_KEY), late, Duration.ofSeconds(10))) {
      assertThat(http.get("/jobs").object().getString("code")).isEqualTo("unauthenticated");
    }
  }

  @Test
  void an_unknown_binary_is_refused_by_its_name() {
    Cli.Finished ended = cli.run("submit", "--binary", "sox", "--", "-n");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.errorLines()).hasSize(1);
    assertThat(ended.err()).contains("Unsupported binary name: sox");
  }

  @Test
  void an_unmapped_path_is_warned_of_and_sent_as_it_is() {
    Cli.Finished ended = cli.run("submit", "--", "/elsewhere/a.mkv", media.resolve("b").toString());

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).isEqualTo("/elsewhere/a.mkv " + media.resolve("b") + "\n");
    assertThat(ended.err())
        .contains("/elsewhere/a.mkv")
        .doesNotContain(media.resolve("b").toString());
  }

  @Test
  void an_unmapped_path_is_refused_when_paths_are_strict() {
    Cli.Finished ended = cli.run("submit", "--strict-paths", "--", "/elsewhere/strict.mkv");

    assertThat(ended.code()).isNotZero();
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("/elsewhere/strict.mkv");
    assertThat(arguments()).noneMatch(text -> text.contains("strict.mkv"));
  }

  @Test
  void the_queue_says_which_path_variable_no_worker_has() {
    try (RawHttp http = coordinator.as(user)) {
      Jobs jobs = new Jobs(http);
      String job = jobs.submit(List.of("$Nowhere/x"), List.of("Nowhere"));

      JsonObject waiting =
          await()
              .atMost(Duration.ofSeconds(15))
              .until(() -> jobs.show(job), record -> !record.isNull("waiting_for"));

      assertThat(waiting.getString("status")).isEqualTo("pending");
      assertThat(waiting.getString("waiting_for")).contains("Nowhere");
      assertThat(cli.run("job", "show", job).out()).contains("Nowhere");
      jobs.cancel(job);
    }
  }

  @Test
  void a_coordinator_that_is_down_is_retried_and_then_one_line() {
    URI nobody = URI.create("http://127.0.0.1:" + Ports.free());
    Cli lost = LAB.cli(nobody, new Credentials("lost", OTHER_KEY), "");

    long start = System.nanoTime();
    Cli.Finished ended = lost.run("job", "list");
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.errorLines()).last().asString().contains(nobody.toString());
    assertThat(ended.errorLines())
        .hasSizeLessThanOrEqualTo(2)
        .noneMatch(l -> l.contains("at org."));
    assertThat(taken).isGreaterThan(Duration.ofSeconds(3));
  }

  private static List<String> arguments() {
    try (RawHttp http = coordinator.as(user)) {
      return new Jobs(http)
          .all().stream().map(job -> job.getJsonArray("arguments").toString()).toList();
    }
  }
}
