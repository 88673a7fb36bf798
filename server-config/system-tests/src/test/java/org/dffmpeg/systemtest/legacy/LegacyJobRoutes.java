package org.dffmpeg.systemtest.legacy;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code /jobs} routes (PROTOCOL 5.4). Called with the state locked. */
final class LegacyJobRoutes {
  private static final Set<String> BINARIES = Set.of("ffmpeg", "ffprobe");

  private final LegacyState state;

  LegacyJobRoutes(LegacyState state) {
    this.state = state;
  }

  LegacyAnswer submit(LegacyCall call) {
    JsonObject body = call.body();
    for (String key : List.of("binary_name", "supported_transports")) {
      if (!body.containsKey(key)) {
        return LegacyAnswer.unprocessable("missing", "Field required", "body", key);
      }
    }
    if (!BINARIES.contains(body.getString("binary_name"))) {
      return LegacyAnswer.problem(400, "Unsupported binary name: " + body.getString("binary_name"));
    }
    if (!LegacyJson.texts(body, "supported_transports").contains("http_polling")) {
      return LegacyAnswer.problem(400, "No supported transports");
    }
    String id = UlidCreator.getMonotonicUlid().toString();
    LegacyJob job = new LegacyJob(id, call.caller(), body, state.now());
    state.jobs.put(id, job);
    return LegacyAnswer.ok(job.record())
        .then(
            () -> {
              synchronized (state) {
                state.assign(job);
              }
            });
  }

  LegacyAnswer list(LegacyCall call) {
    Duration window = Duration.ofSeconds(call.number("window", 3600));
    JsonArrayBuilder own = Json.createArrayBuilder();
    state.jobs.values().stream()
        .filter(job -> job.requester.equals(call.caller()))
        .filter(job -> !job.isTerminal() || job.lastUpdate.isAfter(state.now().minus(window)))
        .sorted(Comparator.comparing((LegacyJob job) -> job.id).reversed())
        .forEach(job -> own.add(job.record()));
    return LegacyAnswer.ok(own.build());
  }

  /** {@code /jobs/{id}/{verb}}: 400, then 404, then 403. */
  LegacyAnswer one(LegacyCall call, String id, String verb) {
    if (!Ulid.isValid(id)) {
      return LegacyAnswer.problem(400, "Invalid job ID");
    }
    LegacyJob job = state.jobs.get(id);
    if (job == null) {
      return LegacyAnswer.problem(404, "Job not found");
    }
    boolean requester = job.requester.equals(call.caller());
    boolean worker = call.caller().equals(job.worker);
    return switch (call.method() + " " + verb) {
      case "GET status" ->
          requester || worker ? LegacyAnswer.ok(job.record()) : forbidden("No permission to job");
      case "GET logs" -> requester ? logs(call, job) : forbidden("No permission to view job logs");
      case "POST cancel" ->
          requester ? cancel(call, job) : forbidden("No permission to cancel job");
      case "POST client_heartbeat" ->
          requester
              ? clientHeartbeat(call, job)
              : forbidden("No permission to heartbeat for this job");
      default -> worker ? byWorker(call, job, verb) : forbidden("Not assigned to this job");
    };
  }

  private LegacyAnswer byWorker(LegacyCall call, LegacyJob job, String verb) {
    job.workerLastSeen = state.now();
    return switch (verb) {
      case "accept" -> {
        state.move(job, "running");
        state.tellRequester(job, call.caller());
        yield LegacyAnswer.command(null);
      }
      case "reject" -> {
        state.move(job, "pending");
        state.tellRequester(job, LegacyState.COORDINATOR);
        yield LegacyAnswer.command(null);
      }
      case "status" -> report(call, job);
      case "worker_heartbeat" -> workerHeartbeat(call, job);
      case "logs" -> upload(call, job);
      default -> LegacyAnswer.problem(404, "Not Found");
    };
  }

  private LegacyAnswer report(LegacyCall call, LegacyJob job) {
    if (LegacyJson.isPresent(call.body(), "exit_code")) {
      job.exitCode = call.body().getInt("exit_code");
    }
    state.move(job, call.body().getString("status"));
    state.tellRequester(job, call.caller());
    return LegacyAnswer.command(null);
  }

  private LegacyAnswer workerHeartbeat(LegacyCall call, LegacyJob job) {
    if (job.isTerminal()) {
      state.tellWorker(job, LegacyState.COORDINATOR, "canceled");
      return LegacyAnswer.command("Job already terminal");
    }
    state.tellRequester(job, call.caller(), "running");
    return LegacyAnswer.command(null);
  }

  private LegacyAnswer clientHeartbeat(LegacyCall call, LegacyJob job) {
    job.clientLastSeen = state.now();
    String monitor = call.query().get("monitor");
    if (monitor != null) {
      job.monitor = Set.of("1", "true", "True").contains(monitor);
    }
    if (job.isTerminal()) {
      state.tellRequester(job, job.worker == null ? LegacyState.COORDINATOR : job.worker);
      return LegacyAnswer.command("Job already finished");
    }
    return LegacyAnswer.command(null);
  }

  private LegacyAnswer cancel(LegacyCall call, LegacyJob job) {
    if (job.isTerminal()) {
      return LegacyAnswer.command("Job already finished");
    }
    state.move(job, job.worker == null ? "canceled" : "canceling");
    state.tellRequester(job, call.caller());
    state.tellWorker(job, call.caller(), "canceling");
    return LegacyAnswer.command(null);
  }

  private LegacyAnswer upload(LegacyCall call, LegacyJob job) {
    JsonArray logs = call.body().getJsonArray("logs");
    JsonArrayBuilder entries = Json.createArrayBuilder();
    for (JsonObject entry : logs.getValuesAs(JsonObject.class)) {
      String id = entry.getString("id", UlidCreator.getMonotonicUlid().toString());
      entries.add(
          LegacyJson.object(
              "id", id,
              "stream", entry.getString("stream"),
              "content", entry.getString("content"),
              "timestamp", entry.getOrDefault("timestamp", JsonValue.NULL)));
    }
    state.messages.send(
        "job_logs",
        job.requester,
        call.caller(),
        job.id,
        LegacyJson.object("logs", entries.build()));
    return LegacyAnswer.command(null);
  }

  private LegacyAnswer logs(LegacyCall call, LegacyJob job) {
    String since = call.query().getOrDefault("since_message_id", "");
    List<LegacyMessage> batches =
        new ArrayList<>(
            state.messages.all(
                m ->
                    job.id.equals(m.jobId())
                        && m.type().equals("job_logs")
                        && m.id().compareTo(since) > 0));
    int limit = call.number("limit", Integer.MAX_VALUE);
    List<LegacyMessage> newest =
        batches.subList(Math.max(0, batches.size() - limit), batches.size());
    Stream<JsonValue> entries =
        newest.stream().flatMap(batch -> batch.payload().getJsonArray("logs").stream());
    @Nullable String last = newest.isEmpty() ? null : newest.get(newest.size() - 1).id();
    return LegacyAnswer.ok(LegacyJson.object("logs", entries.toList(), "last_message_id", last));
  }

  private static LegacyAnswer forbidden(String detail) {
    return LegacyAnswer.problem(403, detail);
  }
}
