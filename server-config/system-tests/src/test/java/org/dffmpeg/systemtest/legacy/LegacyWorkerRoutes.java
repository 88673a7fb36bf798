package org.dffmpeg.systemtest.legacy;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The {@code /worker} and {@code /workers} routes (PROTOCOL 5.4, 11). Called with the state locked.
 */
final class LegacyWorkerRoutes {
  private static final Set<String> ALIVE = Set.of("online", "draining");
  private static final Set<String> BINARIES = Set.of("ffmpeg", "ffprobe");
  private static final Duration HANDSHAKE_DELAY = Duration.ofSeconds(1);

  private final LegacyState state;
  private final ScheduledExecutorService tasks;
  private final SecureRandom random = new SecureRandom();

  LegacyWorkerRoutes(LegacyState state, ScheduledExecutorService tasks) {
    this.state = state;
    this.tasks = tasks;
  }

  LegacyAnswer register(LegacyCall call) {
    JsonObject body = call.body();
    for (String key : List.of("worker_id", "registration_interval", "supported_transports")) {
      if (!body.containsKey(key)) {
        return LegacyAnswer.unprocessable("missing", "Field required", "body", key);
      }
    }
    String id = body.getString("worker_id");
    if (!id.equals(call.caller())) {
      return LegacyAnswer.problem(403, "WorkerID does not match authenticated ClientID");
    }
    List<String> transports = LegacyJson.texts(body, "supported_transports");
    if (!transports.contains("http_polling")) {
      return LegacyAnswer.problem(
          400, "No supported transports in: " + String.join(", ", transports));
    }
    LegacyWorkerRow row =
        state.workers.computeIfAbsent(id, name -> new LegacyWorkerRow(name, state.now()));
    Duration delay = row.transport.equals("http_polling") ? Duration.ZERO : HANDSHAKE_DELAY;
    fill(row, body);
    String token = row.token == null ? "" : row.token;
    return LegacyAnswer.ok(
            LegacyJson.object(
                "transport",
                "http_polling",
                "transport_metadata",
                LegacyJson.object("path", "/poll/worker")))
        .then(() -> later(delay, () -> sendToken(id, token)));
  }

  private void fill(LegacyWorkerRow row, JsonObject body) {
    String wanted = body.getString("status", "online");
    row.status =
        wanted.equals("draining")
            ? "draining"
            : ALIVE.contains(row.status) ? "online" : "registering";
    row.capabilities = LegacyJson.texts(body, "capabilities");
    row.binaries = LegacyJson.texts(body, "binaries").stream().filter(BINARIES::contains).toList();
    row.paths = LegacyJson.texts(body, "paths");
    row.transport = "http_polling";
    row.registrationInterval = body.getInt("registration_interval");
    row.version = LegacyJson.isPresent(body, "version") ? body.getString("version") : null;
    row.token = freshToken();
    row.lastAttempt = state.now();
  }

  LegacyAnswer verify(LegacyCall call, String id) {
    if (!id.equals(call.caller())) {
      return LegacyAnswer.problem(403, "WorkerID does not match authenticated ClientID");
    }
    LegacyWorkerRow row = state.workers.get(id);
    if (row == null) {
      return LegacyAnswer.problem(404, "Worker not found");
    }
    if (row.token == null) {
      return LegacyAnswer.problem(400, "No pending registration to verify");
    }
    if (!row.token.equals(call.body().getString("registration_token", ""))) {
      return LegacyAnswer.problem(400, "Invalid registration token");
    }
    row.token = null;
    row.status = row.status.equals("draining") ? "draining" : "online";
    row.lastSeen = state.now();
    return LegacyAnswer.ok(LegacyJson.object("status", "ok"));
  }

  LegacyAnswer deregister(LegacyCall call) {
    String id = call.body().getString("worker_id", "");
    if (!id.equals(call.caller())) {
      return LegacyAnswer.problem(403, "WorkerID does not match authenticated ClientID");
    }
    LegacyWorkerRow row =
        state.workers.computeIfAbsent(id, name -> new LegacyWorkerRow(name, state.now()));
    row.clear();
    row.lastSeen = state.now();
    return LegacyAnswer.ok(LegacyJson.object("status", "ok"));
  }

  LegacyAnswer list() {
    return LegacyAnswer.ok(
        LegacyJson.array(
            state.workers.values().stream()
                .sorted(
                    Comparator.comparing((LegacyWorkerRow row) -> !ALIVE.contains(row.status))
                        .thenComparing(row -> row.lastSeen, Comparator.reverseOrder())
                        .thenComparing(row -> row.id))
                .map(LegacyWorkerRow::json)
                .toList()));
  }

  LegacyAnswer show(String id) {
    @Nullable LegacyWorkerRow row = state.workers.get(id);
    return row == null
        ? LegacyAnswer.problem(404, "Worker not found")
        : LegacyAnswer.ok(row.json());
  }

  private void sendToken(String worker, String token) {
    state.messages.send(
        "verify_registration", worker, null, null, LegacyJson.object("registration_token", token));
  }

  private void later(Duration delay, Runnable task) {
    var unused = tasks.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private String freshToken() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
