package org.dffmpeg.systemtest.compat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.JsonTemplate;
import org.dffmpeg.systemtest.wire.MessageReader;
import org.dffmpeg.systemtest.wire.PythonJson;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Reply;

/**
 * PROTOCOL 22, "Whole job over http_polling", played by hand against a coordinator: every request
 * as captured, every answer and message compared by structure.
 *
 * @param heartbeatSaysRunning whether a worker's heartbeat is passed on to the requester, as the
 *     Python coordinator does and ours does not
 */
record WholeJobTranscript(
    URI coordinator, Credentials workerKey, Credentials clientKey, boolean heartbeatSaysRunning) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String COMMAND_OK = "{\"status\":\"ok\",\"detail\":null}";

  /** What our coordinator adds to the records of old (PROTOCOL 2: unknown keys are ignored). */
  private static final JsonTemplate TEMPLATE =
      new JsonTemplate(
          Set.of(
              "attempt",
              "attempts",
              "started_at",
              "finished_at",
              "reason",
              "reason_detail",
              "waiting_for",
              "queue_position",
              "estimated_start",
              "class",
              "priority",
              "labels",
              "requires",
              "slots",
              "queue_timeout",
              "run_timeout",
              "stall_timeout",
              "retry",
              "not_before",
              "capabilities_wanted",
              "outputs",
              "job_lease"));

  void play() throws IOException {
    try (RawHttp worker = new RawHttp(coordinator, workerKey);
        RawHttp client = new RawHttp(coordinator, clientKey)) {
      register(worker);
      try (MessageReader commands = MessageReader.open(worker, "/poll/worker", PATIENCE)) {
        verify(worker, commands.next());
        String job = submit(client);
        check("client heartbeat", COMMAND_OK, client.post("/jobs/" + job + "/client_heartbeat"));
        try (MessageReader news = MessageReader.open(client, "/poll/jobs/" + job, PATIENCE)) {
          assigned(job, commands.next(), news.next());
          run(worker, job, news);
        }
        completed(client, job);
      }
    }
  }

  private void register(RawHttp worker) {
    check(
        "register",
        """
        {"transport":"http_polling","transport_metadata":{"path":"/poll/worker"}}""",
        worker.post(
            "/worker/register",
            PythonJson.parse(
                """
                {"worker_id":"%s","capabilities":[],"binaries":["ffmpeg"],"paths":["Media","TV"],
                 "registration_interval":15,"version":"0.4.0",
                 "supported_transports":["http_polling"],"status":"online"}"""
                    .formatted(workerKey))));
  }

  private void verify(RawHttp worker, JsonObject message) {
    TEMPLATE.check(
        "verify_registration",
        envelope(
            "null",
            workerKey,
            "null",
            "verify_registration",
            "{\"registration_token\":\"<token>\"}"),
        message);
    check(
        "verify",
        "{\"status\":\"ok\"}",
        worker.post("/worker/" + workerKey + "/verify", message.getJsonObject("payload")));
  }

  private String submit(RawHttp client) {
    JsonObject record =
        client
            .post(
                "/jobs/submit",
                PythonJson.parse(
                    """
                    {"binary_name":"ffmpeg","arguments":["-i","$Media/in put.mkv","$TV/\u00fc\u2028.mkv"],
                     "paths":["Media","TV"],"working_directory":"/home/u",
                     "supported_transports":["http_polling"],"monitor":true,"heartbeat_interval":null}"""))
            .expectOk()
            .object();
    String job = record.getString("job_id");
    TEMPLATE.check("submit", record(job, "pending", "null"), record);
    return job;
  }

  private void assigned(String job, JsonObject request, JsonObject news) {
    TEMPLATE.check(
        "job_request",
        envelope(
            "null",
            workerKey,
            quoted(job),
            "job_request",
            """
            {"job_id":"%s","binary_name":"ffmpeg",
             "arguments":["-i","$Media/in put.mkv","$TV/\u00fc\u2028.mkv"],
             "paths":["Media","TV"],"working_directory":null,"heartbeat_interval":5}"""
                .formatted(job)),
        request);
    status(job, "null", "assigned", "null", news);
  }

  private void run(RawHttp worker, String job, MessageReader news) throws IOException {
    String sender = quoted(workerKey.clientId());
    check("accept", COMMAND_OK, worker.post("/jobs/" + job + "/accept"));
    status(job, sender, "running", "null", news.next());

    String logs =
        """
        {"logs":[{"id":"01M82D9H02G36YNX9K1E5F8VQW","stream":"stdout",
                  "content":"\u00fcn\u00ef\u2028 x","timestamp":null},
                 {"id":"01M82D9H02G36YNX9K1E5F8VQX","stream":"stderr",
                  "content":"","timestamp":"2026-01-01T00:00:00.123456Z"}]}""";
    JsonObject upload = PythonJson.parse(logs.replace(",\"timestamp\":null", "")).asJsonObject();
    check("logs", COMMAND_OK, worker.post("/jobs/" + job + "/logs", upload));
    TEMPLATE.check(
        "job_logs", envelope(sender, clientKey, quoted(job), "job_logs", logs), news.next());

    check("worker heartbeat", COMMAND_OK, worker.post("/jobs/" + job + "/worker_heartbeat"));
    if (heartbeatSaysRunning) {
      status(job, sender, "running", "null", news.next());
    }

    JsonObject outcome =
        Json.createObjectBuilder().add("status", "completed").add("exit_code", 0).build();
    check("report", COMMAND_OK, worker.post("/jobs/" + job + "/status", outcome));
    status(job, sender, "completed", "0", news.next());
  }

  private void completed(RawHttp client, String job) {
    JsonObject record = client.get("/jobs/" + job + "/status").expectOk().object();
    assertThat(record.getString("status")).isEqualTo("completed");
    assertThat(record.getInt("exit_code")).isZero();
    assertThat(record.getString("worker_id")).isEqualTo(workerKey.clientId());
    JsonObject logs = client.get("/jobs/" + job + "/logs").expectOk().object();
    assertThat(logs.getJsonArray("logs")).hasSize(2);
    assertThat(logs.get("last_message_id")).isNotEqualTo(JsonValue.NULL);
  }

  private void status(String job, String sender, String status, String code, JsonObject message) {
    TEMPLATE.check(
        "job_status " + status,
        envelope(
            sender,
            clientKey,
            quoted(job),
            "job_status",
            """
            {"status":"%s","exit_code":%s,"last_update":"<time>"}"""
                .formatted(status, code)),
        message);
  }

  private static void check(String what, String example, Reply reply) {
    assertThat(reply.header("content-type")).as(what).isEqualTo("application/json");
    assertThat(reply.header("cache-control")).as(what).contains("no-store");
    TEMPLATE.check(what, example, reply.expectOk().json());
  }

  private static String envelope(
      String sender, Credentials recipient, String job, String type, String payload) {
    return """
        {"message_id":"<ulid>","sender_id":%s,"recipient_id":"%s","job_id":%s,"timestamp":"<time>",
         "sent_at":null,"message_type":"%s","payload":%s}"""
        .formatted(sender, recipient, job, type, payload);
  }

  private String record(String job, String status, String worker) {
    return """
        {"transport":"http_polling","transport_metadata":{"path":"/poll/jobs/%s"},"job_id":"%s",
         "requester_id":"%s","binary_name":"ffmpeg",
         "arguments":["-i","$Media/in put.mkv","$TV/\u00fc\u2028.mkv"],"paths":["Media","TV"],
         "working_directory":"/home/u","status":"%s","exit_code":null,"worker_id":%s,
         "created_at":"<time>","last_update":"<time>","worker_last_seen":null,
         "client_last_seen":"<time>","heartbeat_interval":5,"monitor":true}"""
        .formatted(job, job, clientKey, status, worker);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
