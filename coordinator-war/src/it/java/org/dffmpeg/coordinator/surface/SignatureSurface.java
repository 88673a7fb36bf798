package org.dffmpeg.coordinator.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.dffmpeg.common.signing.SignedHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in (PROTOCOL 3, PITFALLS W14, W16, W44). */
interface SignatureSurface extends Running {
  String REFUSAL = "{\"detail\":\"Authentication failed\",\"code\":\"unauthenticated\"}";
  String SUBMIT = "{\"binary_name\":\"ffmpeg\",\"supported_transports\":[\"http_polling\"]}";

  /** Every route of PROTOCOL 5.2 that needs a signature, and our own. */
  @ParameterizedTest
  @CsvSource({
    "POST, /jobs/submit",
    "GET, /jobs",
    "GET, /jobs/x/status",
    "POST, /jobs/x/accept",
    "POST, /jobs/x/reject",
    "POST, /jobs/x/cancel",
    "POST, /jobs/x/status",
    "POST, /jobs/x/worker_heartbeat",
    "POST, /jobs/x/client_heartbeat",
    "POST, /jobs/x/logs",
    "GET, /jobs/x/logs",
    "POST, /worker/register",
    "POST, /worker/w/verify",
    "POST, /worker/deregister",
    "GET, /workers",
    "GET, /workers/w",
    "GET, /poll/worker",
    "GET, /poll/jobs/x",
    "POST, /admin/janitor",
    "GET, /admin/status",
    "GET, /admin/jobs",
    "GET, /admin/users",
    "POST, /admin/users",
    "GET, /admin/users/u",
    "DELETE, /admin/users/u",
    "POST, /admin/users/u/rotate-key",
    "PUT, /admin/users/u/scope",
    "GET, /admin/users/u/key",
    "POST, /admin/security/re-encrypt"
  })
  default void unsigned_requests_are_refused_before_anything_is_looked_at(
      String method, String target) {
    Peer client = surface().peer("client");
    Map<String, String> headers = Map.of("Content-Type", "application/json");
    RawAnswer answer = client.send(method, target, headers, method.startsWith("P") ? "{" : "");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo(REFUSAL);
  }

  @Test
  default void a_signed_request_is_answered_with_and_without_the_prefix() {
    Peer client = surface().peer("client");
    assertThat(client.get("/jobs").status()).isEqualTo(200);
    assertThat(client.get("/api/v1/jobs?window=60").status()).isEqualTo(200);
    assertThat(client.get("/jobs?window=60").body()).isEqualTo("[]");
  }

  @Test
  default void the_signature_covers_the_decoded_path() {
    Peer client = surface().peer("client");
    assertThat(client.get("/workers/a%20b").body())
        .isEqualTo("{\"detail\":\"Worker not found\",\"code\":\"not_found\"}");
    assertThat(client.get("/api/v1/workers/%C3%BC%2F%2525+").status()).isEqualTo(404);
  }

  @Test
  default void an_unknown_name_a_wrong_key_and_a_wrong_address_are_told_apart_by_nobody() {
    Peer client = surface().peer("client");
    Peer elsewhere = surface().peerFrom("192.0.2.0/24", "client");
    Peer nobody = new Peer(surface().http(), "nobody", elsewhereKey(), Clock.systemUTC());

    for (Peer refused : new Peer[] {client.impostor(), elsewhere, nobody}) {
      RawAnswer answer = refused.get("/jobs");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo(REFUSAL);
    }
  }

  @ParameterizedTest
  @CsvSource({
    SignedHeaders.TIMESTAMP + ", soon",
    SignedHeaders.TIMESTAMP + ", 99999999999999999999",
    SignedHeaders.TIMESTAMP + ", ''",
    SignedHeaders.SIGNATURE + ", nönsense",
    SignedHeaders.SIGNATURE + ", ''",
    SignedHeaders.CLIENT_ID + ", ''"
  })
  default void nonsense_in_a_header_is_refused_like_any_other_fault(String header, String value) {
    Peer client = surface().peer("client");
    Map<String, String> headers = client.headers("GET", "/jobs", "");
    headers.put(header, value);

    RawAnswer answer = client.send("GET", "/jobs", headers, "");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo(REFUSAL);
  }

  @Test
  default void a_wrong_clock_is_told_the_skew_and_both_times() {
    Peer client = surface().peer("client");
    Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));

    RawAnswer answer = client.at(slow).get("/jobs");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .matches(
            "\\{\"detail\":\"The sender's clock is 60[0-9] s behind the coordinator's \\(signed at"
                + " [-0-9T:]+Z, here it is [-0-9T:]+Z\\);.*\",\"code\":\"stale_timestamp\"}");
  }

  @Test
  default void a_body_that_was_changed_on_the_way_is_refused() {
    Peer client = surface().peer("client");
    Map<String, String> headers = client.headers("POST", "/jobs/submit", SUBMIT);

    RawAnswer answer =
        client.send("POST", "/jobs/submit", headers, SUBMIT.replace("ffmpeg", "ffprobe"));

    assertThat(answer.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-8",
        "text/plain",
        "application/x-www-form-urlencoded"
      })
  default void a_body_is_taken_whatever_its_content_type_says(String type) {
    Peer client = surface().peer("client");
    Map<String, String> headers = client.headers("POST", "/jobs/submit", SUBMIT);
    headers.put("Content-Type", type);

    assertThat(client.send("POST", "/jobs/submit", headers, SUBMIT).status()).isEqualTo(200);
  }

  @Test
  default void a_body_is_taken_without_a_content_type() {
    Peer client = surface().peer("client");
    Map<String, String> headers = client.headers("POST", "/jobs/submit", SUBMIT);
    headers.remove("Content-Type");

    assertThat(client.send("POST", "/jobs/submit", headers, SUBMIT).status()).isEqualTo(200);
  }

  @Test
  default void malformed_json_is_422_for_who_signed_it() {
    Peer client = surface().peer("client");
    RawAnswer answer = client.post("/jobs/submit", "{");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("\"type\":\"json_invalid\"", "\"code\":\"unprocessable\"");
  }

  @Test
  default void a_client_is_no_worker_and_no_administrator() {
    Peer client = surface().peer("client");
    String register =
        "{\"worker_id\":\"%s\",\"registration_interval\":15,\"supported_transports\":[\"http_polling\"]}"
            .formatted(client.name());

    assertThat(client.post("/worker/register", register).body())
        .isEqualTo("{\"detail\":\"Worker role required\",\"code\":\"forbidden\"}");
    assertThat(client.get("/admin/users").body())
        .isEqualTo("{\"detail\":\"Admin role required\",\"code\":\"forbidden\"}");
    assertThat(client.post("/admin/janitor", "{\"action\":\"run_all\"}").status()).isEqualTo(403);
  }

  @Test
  default void a_worker_submits_nothing_unless_it_is_also_a_client() {
    assertThat(surface().peer("worker").post("/jobs/submit", SUBMIT).body())
        .isEqualTo("{\"detail\":\"Client role required\",\"code\":\"forbidden\"}");
    assertThat(surface().peer("worker", "client").post("/jobs/submit", SUBMIT).status())
        .isEqualTo(200);
  }

  private static String elsewhereKey() {
    return "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  }
}
