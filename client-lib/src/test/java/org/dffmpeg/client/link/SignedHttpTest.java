package org.dffmpeg.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.dffmpeg.client.testing.Call;
import org.dffmpeg.client.testing.Reply;
import org.dffmpeg.client.testing.StubCoordinator;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.VerifyWorker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that checks every signature and answers 401 to a wrong one. */
class SignedHttpTest {
  private final StubCoordinator coordinator = StubCoordinator.start();
  private final SignedHttp http = Links.to(coordinator);

  @AfterEach
  void close() {
    coordinator.close();
  }

  @Test
  void a_get_is_signed_over_its_route_without_the_query() throws Exception {
    coordinator.answer("GET /jobs", Reply.ok(CommandAnswer.OK));

    Answer answer = http.send(SignedRequest.get("/jobs").withQuery("window=60"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(coordinator.calls("GET /jobs"))
        .singleElement()
        .extracting(Call::query)
        .isEqualTo("window=60");
  }

  @Test
  void a_route_is_escaped_after_it_was_signed() throws Exception {
    coordinator.answer("GET /workers/a b", Reply.ok(CommandAnswer.OK));

    assertThat(http.send(SignedRequest.get("/workers/a b")).status()).isEqualTo(200);
  }

  @Test
  void a_post_sends_the_very_bytes_that_it_signed_as_json() throws Exception {
    coordinator.answer("POST /worker/w/verify", Reply.ok(CommandAnswer.OK));

    http.send(SignedRequest.post("/worker/w/verify", new VerifyWorker("tök")));

    Call call = coordinator.calls("POST /worker/w/verify").get(0);
    assertThat(call.as(VerifyWorker.class).registrationToken()).isEqualTo("tök");
    assertThat(call.header("content-type")).isEqualTo("application/json");
  }

  @Test
  void a_post_without_body_says_that_it_has_none() throws Exception {
    coordinator.answer("POST /jobs/1/cancel", Reply.ok(CommandAnswer.OK));

    http.send(SignedRequest.post("/jobs/1/cancel"));

    assertThat(coordinator.calls("POST .*").get(0).header("content-length")).isEqualTo("0");
  }

  @Test
  void the_text_of_a_401_is_read() throws Exception {
    coordinator.answer(
        "POST .*",
        Reply.of(401, "{\"detail\":\"clock is 400 s ahead\",\"code\":\"stale_timestamp\"}"));

    Answer answer = http.send(SignedRequest.post("/jobs/submit", new VerifyWorker("x")));

    assertThat(answer.problem().code()).isEqualTo(ProblemCode.STALE_TIMESTAMP);
    assertThat(answer.explanation()).isEqualTo("clock is 400 s ahead (401)");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 307, 400, 403, 404, 409, 500, 503})
  void every_status_is_an_answer(int status) throws Exception {
    coordinator.answer("GET .*", Reply.refusal(status, "text"));

    assertThat(http.send(SignedRequest.get("/x")).status()).isEqualTo(status);
  }

  @Test
  void the_header_retry_after_is_read() throws Exception {
    coordinator.answer("GET .*", Reply.refusal(503, "busy").with("Retry-After", "7"));

    assertThat(http.send(SignedRequest.get("/x")).retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  void connections_are_kept_alive_whatever_the_answers() throws Exception {
    coordinator.answer("GET .*", Reply.ok(CommandAnswer.OK));
    coordinator.answer("POST .*", Reply.refusal(404, "no"));

    for (int i = 0; i < 5; i++) {
      http.send(SignedRequest.get("/x"));
      http.send(SignedRequest.post("/y"));
    }

    assertThat(coordinator.calls(".*").stream().map(Call::remotePort).distinct()).hasSize(1);
  }

  static Stream<String> path_bases() {
    return Stream.of("/api/v1", "/api/v1/", "");
  }

  /** PROTOCOL 4: whatever the base, the signature is over the route alone. */
  @ParameterizedTest
  @MethodSource("path_bases")
  void the_path_base_is_requested_but_not_signed(String base) throws Exception {
    try (PathBaseRecorder recorder = new PathBaseRecorder()) {
      SignedHttp based = Links.to(URI.create(recorder.url() + base));

      Answer answer = based.send(SignedRequest.get("/jobs").withQuery("window=60"));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(recorder.requested()).isEqualTo((base + "/jobs").replace("//", "/"));
      assertThat(recorder.wasSignedOver("GET", "/jobs")).isTrue();
    }
  }

  @Test
  void a_silent_server_is_an_io_failure() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      SignedHttp impatient =
          Links.to(URI.create("http://localhost:" + silent.getLocalPort()))
              .withReadTimeout(Duration.ofMillis(50));

      assertThatThrownBy(() -> impatient.send(SignedRequest.get("/x")))
          .isInstanceOf(IOException.class);
    }
  }
}
