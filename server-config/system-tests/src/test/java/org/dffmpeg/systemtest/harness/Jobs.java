package org.dffmpeg.systemtest.harness;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Reply;
import org.dffmpeg.systemtest.wire.Request;

/** Jobs of one requester, through the signed API alone. Thread-safe. */
public final class Jobs {
  private static final Set<String> TERMINAL = Set.of("completed", "failed", "canceled");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RawHttp http;

  public Jobs(RawHttp http) {
    this.http = http;
  }

  /** Submits {@code ffmpeg} with those arguments, unmonitored; the job's id. */
  public String submit(String... arguments) {
    return submit(List.of(arguments), List.of());
  }

  /** Submits {@code ffmpeg}, unmonitored; the job's id. */
  public String submit(List<String> arguments, List<String> paths) {
    return trySubmit("ffmpeg", arguments, paths).expectOk().object().getString("job_id");
  }

  /** The same, and whatever happens it runs once. */
  public String submitOnce(List<String> arguments, List<String> paths) {
    JsonObject body =
        body("ffmpeg", arguments, paths)
            .add("retry", Json.createObjectBuilder().add("max_attempts", 1))
            .build();
    return http.post("/jobs/submit", body).expectOk().object().getString("job_id");
  }

  public Reply trySubmit(String binary, List<String> arguments, List<String> paths) {
    return http.post("/jobs/submit", body(binary, arguments, paths).build());
  }

  private static JsonObjectBuilder body(String binary, List<String> arguments, List<String> paths) {
    return Json.createObjectBuilder()
        .add("binary_name", binary)
        .add("arguments", Json.createArrayBuilder(arguments))
        .add("paths", Json.createArrayBuilder(paths))
        .add("supported_transports", Json.createArrayBuilder(List.of("http_polling")));
  }

  public JsonObject show(String job) {
    return http.get("/jobs/" + job + "/status").expectOk().object();
  }

  public String status(String job) {
    return show(job).getString("status");
  }

  /** Waits until the job has that status. */
  public void awaitStatus(String job, String status) {

    await().alias(job + " is " + status).atMost(PATIENCE).until(() -> status(job), status::equals);
  }

  /** Waits until the job is over; its record. */
  public JsonObject awaitEnd(String job, Duration patience) {
    return await()
        .alias(job + " ends")
        .atMost(patience)
        .until(() -> show(job), record -> TERMINAL.contains(record.getString("status")));
  }

  public JsonObject awaitEnd(String job) {
    return awaitEnd(job, PATIENCE);
  }

  public void cancel(String job) {
    http.post("/jobs/" + job + "/cancel").expectOk();
  }

  /** Own jobs, the newest first: the active ones and those that ended within the last hour. */
  public List<JsonObject> all() {
    List<JsonObject> all = new ArrayList<>();
    List<JsonObject> page = page("");
    while (!page.isEmpty()) {
      all.addAll(page);
      page = page("&since_id=" + page.get(page.size() - 1).getString("job_id"));
    }
    return all;
  }

  private List<JsonObject> page(String cursor) {
    JsonArray jobs =
        http.send(Request.get("/jobs").query("window=3600" + cursor))
            .expectOk()
            .json()
            .asJsonArray();
    return jobs.getValuesAs(JsonObject.class);
  }

  /**
   * What the job said on that stream, joined by line feeds; page by page, as an old client asks.
   */
  public String output(String job, String stream) {
    List<JsonObject> entries = new ArrayList<>();
    JsonObject page = logs(job, "");
    while (!page.getJsonArray("logs").isEmpty()) {
      entries.addAll(page.getJsonArray("logs").getValuesAs(JsonObject.class));
      page = logs(job, "since_message_id=" + page.getString("last_message_id"));
    }
    return entries.stream()
        .filter(entry -> entry.getString("stream").equals(stream))
        .map(entry -> entry.getString("content"))
        .collect(Collectors.joining("\n"));
  }

  private JsonObject logs(String job, String query) {
    return http.send(Request.get("/jobs/" + job + "/logs").query(query)).expectOk().object();
  }
}
