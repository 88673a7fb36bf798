package org.dffmpeg.coordinator.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job routes: objects, order of refusals and texts (PROTOCOL 5.2 to 5.4). */
interface JobSurface extends Running {
  String UNKNOWN = "01KDVJ4R80041061050R3GG28A";
  Pattern JOB_ID = Pattern.compile("\"job_id\":\"([^\"]+)\"");
  String SUBMIT =
      """
      {"binary_name": "ffmpeg", "arguments": ["-i", "$Media/in put.mkv"], "paths": ["Media"],
       "working_directory": "/home/u", "supported_transports": ["carrier_pigeon", "http_polling"],
       "monitor": false, "unknown": [1, 2, 3]}""";

  @Test
  default void a_submitted_job_is_answered_with_the_whole_record() {
    Peer client = surface().peer("client");
    RawAnswer answer = client.post("/jobs/submit", SUBMIT);

    assertThat(answer.status()).isEqualTo(200);
    String id = idIn(answer);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .startsWith(
            ("{\"transport\":\"http_polling\",\"transport_metadata\":{\"path\":\"/poll/jobs/%s\"},"
                    + "\"job_id\":\"%s\",\"requester_id\":\"%s\",\"binary_name\":\"ffmpeg\","
                    + "\"arguments\":[\"-i\",\"$Media/in put.mkv\"],\"paths\":[\"Media\"],"
                    + "\"working_directory\":\"/home/u\",\"status\":\"pending\",\"exit_code\":null,"
                    + "\"worker_id\":null,\"created_at\":\"")
                .formatted(id, id, client.name()))
        .contains(
            "\"worker_last_seen\":null,\"client_last_seen\":null,"
                + "\"heartbeat_interval\":5,\"monitor\":false");
  }

  @Test
  default void the_same_idempotency_key_gives_the_same_job_and_never_another() {
    Peer client = surface().peer("client");
    String keyed = SUBMIT.replace("\"unknown\"", "\"idempotency_key\": \"k\", \"unknown\"");

    String first = idIn(client.post("/jobs/submit", keyed));

    assertThat(idIn(client.post("/jobs/submit", keyed))).isEqualTo(first);
    RawAnswer other = client.post("/jobs/submit", keyed.replace("ffmpeg", "ffprobe"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body()).endsWith("\"code\":\"idempotency_conflict\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"binary_name\":\"rm\",\"supported_transports\":[\"http_polling\"]}"
            + "|400|{\"detail\":\"Unsupported binary name: rm\",\"code\":\"unsupported_binary\"}",
        "{\"binary_name\":\"ffmpeg\",\"supported_transports\":[\"pigeon\"]}"
            + "|400|{\"detail\":\"No supported transports\",\"code\":\"no_supported_transport\"}",
        "{\"binary_name\":\"ffmpeg\"}|422|{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\","
            + "\"supported_transports\"],\"msg\":\"Field required\",\"input\":{\"binary_name\":"
            + "\"ffmpeg\"}}],\"code\":\"unprocessable\"}"
      })
  default void what_cannot_be_submitted_is_refused_in_the_words_of_the_protocol(
      String body, int status, String answer) {
    Peer client = surface().peer("client");
    RawAnswer refused = client.post("/jobs/submit", body);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.body()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, status",
    "POST, accept",
    "POST, reject",
    "POST, cancel",
    "POST, worker_heartbeat",
    "POST, client_heartbeat",
    "GET, logs"
  })
  default void a_malformed_id_is_400_and_an_unknown_one_404(String method, String route) {
    Peer stranger = surface().peer("client", "worker");
    assertThat(
            stranger
                .send(
                    method, "/jobs/" + UNKNOWN.toLowerCase(java.util.Locale.ROOT) + "/" + route, "")
                .body())
        .isEqualTo("{\"detail\":\"Invalid job ID\",\"code\":\"invalid_id\"}");
    assertThat(stranger.send(method, "/jobs/" + UNKNOWN + "/" + route, "").body())
        .isEqualTo("{\"detail\":\"Job not found\",\"code\":\"not_found\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, accept, '', Not assigned to this job",
    "POST, reject, '', Not assigned to this job",
    "POST, worker_heartbeat, '', Not assigned to this job",
    "POST, status, '{\"status\":\"completed\",\"exit_code\":0}', Not assigned to this job",
    "POST, logs, '{\"logs\":[{\"stream\":\"stderr\",\"content\":\"x\"}]}', Not assigned to this job",
    "POST, cancel, '', No permission to cancel job",
    "GET, status, '', No permission to job",
    "POST, client_heartbeat, '', No permission to heartbeat for this job",
    "GET, logs, '', No permission to view job logs"
  })
  default void who_has_nothing_to_do_with_a_job_is_403(
      String method, String route, String body, String detail) {
    Peer client = surface().peer("client");
    Peer stranger = surface().peer("client", "worker");
    String id = idIn(client.post("/jobs/submit", SUBMIT));

    RawAnswer answer = stranger.send(method, "/jobs/" + id + "/" + route, body);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("{\"detail\":\"" + detail + "\",\"code\":\"forbidden\"}");
  }

  @Test
  default void the_requester_sees_follows_and_cancels_its_job() {
    Peer client = surface().peer("client");
    String id = idIn(client.post("/jobs/submit", SUBMIT));

    assertThat(client.get("/jobs").body()).startsWith("[{").contains(id);
    assertThat(client.get("/jobs/" + id + "/status").body()).contains("\"status\":\"pending\"");
    assertThat(client.get("/jobs/" + id + "/logs").body())
        .isEqualTo("{\"logs\":[],\"last_message_id\":null}");
    assertThat(client.post("/jobs/" + id + "/client_heartbeat?monitor=1", "").body())
        .isEqualTo("{\"status\":\"ok\",\"detail\":null}");
    assertThat(client.post("/jobs/" + id + "/cancel", "").body())
        .isEqualTo("{\"status\":\"ok\",\"detail\":null}");
    assertThat(client.send("POST", "/jobs/" + id + "/cancel", "{}").body())
        .isEqualTo("{\"status\":\"ok\",\"detail\":\"Job already finished\"}");
    assertThat(surface().localadmin().get("/jobs/" + id + "/status").body())
        .contains("\"status\":\"canceled\"");
  }

  @Test
  default void malformed_cursors_are_400_and_malformed_numbers_422() {
    Peer client = surface().peer("client");
    String id = idIn(client.post("/jobs/submit", SUBMIT));

    assertThat(client.get("/jobs?since_id=x").body())
        .isEqualTo("{\"detail\":\"Invalid since_id\",\"code\":\"invalid_id\"}");
    assertThat(client.get("/jobs/" + id + "/logs?since_message_id=x").body())
        .isEqualTo("{\"detail\":\"Invalid since_message_id\",\"code\":\"invalid_id\"}");
    assertThat(client.get("/jobs/" + id + "/logs?limit=x").status()).isEqualTo(422);
    assertThat(client.get("/jobs?window=x").status()).isEqualTo(422);
    assertThat(client.post("/jobs/" + id + "/client_heartbeat?monitor=maybe", "").status())
        .isEqualTo(422);
  }

  @Test
  default void polling_a_malformed_id_is_422_and_a_foreign_job_says_nothing() {
    Peer client = surface().peer("client");
    Peer stranger = surface().peer("client", "worker");
    String id = idIn(client.post("/jobs/submit", SUBMIT));

    assertThat(client.get("/poll/jobs/x").status()).isEqualTo(422);
    assertThat(client.get("/poll/worker?last_message_id=x").status()).isEqualTo(422);
    assertThat(stranger.get("/poll/jobs/" + id).body()).isEqualTo("{\"messages\":[]}");
  }

  static String idIn(RawAnswer answer) {
    Matcher id = JOB_ID.matcher(answer.body());
    assertThat(id.find()).as(answer.body()).isTrue();
    return id.group(1);
  }
}
