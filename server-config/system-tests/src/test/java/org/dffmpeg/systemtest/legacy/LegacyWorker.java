package org.dffmpeg.systemtest.legacy;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The Python worker on the wire (PROTOCOL 11, 15): messages in batches of which only the newest per
 * job counts, answers ignored, no attempt, no slots, no path base.
 */
public final class LegacyWorker implements AutoCloseable {
  private static final int REGISTRATION_INTERVAL_SECONDS = 15;
  private static final int BATCH = 100;
  private static final Duration BATCH_PAUSE = Duration.ofMillis(100);

  private final RawHttp http;
  private final Map<String, Path> binaries;
  private final Map<String, Path> paths;
  private final ScheduledExecutorService tasks = Executors.newScheduledThreadPool(64);
  private final BlockingQueue<JsonObject> inbox = new LinkedBlockingQueue<>();
  private final Map<String, LegacyRun> active = new ConcurrentHashMap<>();
  private final CompletableFuture<Boolean> online = new CompletableFuture<>();
  private @Nullable LegacyReceiver receiver;

  private LegacyWorker(
      URI coordinator, Credentials identity, Map<String, Path> binaries, Map<String, Path> paths) {
    this.http = new RawHttp(coordinator, identity, Clock.systemUTC(), Duration.ofSeconds(5));
    this.binaries = Map.copyOf(binaries);
    this.paths = Map.copyOf(paths);
  }

  /**
   * Registers, listens, and returns when its token was accepted.
   *
   * @param binaries name to executable
   * @param paths variable to directory
   */
  public static LegacyWorker start(
      URI coordinator, Credentials identity, Map<String, Path> binaries, Map<String, Path> paths) {
    LegacyWorker worker = new LegacyWorker(coordinator, identity, binaries, paths);
    var registrations =
        worker.tasks.scheduleWithFixedDelay(
            worker::register, 0, REGISTRATION_INTERVAL_SECONDS, TimeUnit.SECONDS);
    worker.tasks.execute(worker::dispatch);
    worker.online.orTimeout(20, TimeUnit.SECONDS).join();
    if (registrations.isDone()) {
      throw new IllegalStateException("the registration loop ended");
    }
    return worker;
  }

  private void register() {
    Reply reply =
        http.post(
            "/worker/register",
            LegacyJson.object(
                "worker_id", id(),
                "capabilities", List.of(),
                "binaries", binaries.keySet(),
                "paths", paths.keySet(),
                "registration_interval", REGISTRATION_INTERVAL_SECONDS,
                "version", "0.4.0",
                "supported_transports", List.of("http_polling"),
                "status", "online"));
    if (reply.status() == 200 && receiver == null) {
      String path = reply.object().getJsonObject("transport_metadata").getString("path");
      receiver = new LegacyReceiver(http, path, inbox::add);
      tasks.execute(receiver);
    }
  }

  private void dispatch() {
    try {
      while (true) {
        List<JsonObject> batch = new ArrayList<>(List.of(inbox.take()));
        for (JsonObject next = soon(); next != null && batch.size() < BATCH; next = soon()) {
          batch.add(next);
        }
        newestPerJob(batch).values().forEach(this::handle);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable JsonObject soon() throws InterruptedException {
    return inbox.poll(BATCH_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** By message id; of several for one job only the greatest, tokens counting as one job. */
  private static Map<String, JsonObject> newestPerJob(List<JsonObject> batch) {
    Map<String, JsonObject> newest = new TreeMap<>();
    for (JsonObject message : batch) {
      String job = message.isNull("job_id") ? "" : message.getString("job_id");
      newest.merge(
          job,
          message,
          (a, b) -> a.getString("message_id").compareTo(b.getString("message_id")) > 0 ? a : b);
    }
    Map<String, JsonObject> ordered = new TreeMap<>();
    newest.values().forEach(message -> ordered.put(message.getString("message_id"), message));
    return ordered;
  }

  private void handle(JsonObject message) {
    JsonObject payload = message.getJsonObject("payload");
    switch (message.getString("message_type")) {
      case "verify_registration" -> verify(payload.getString("registration_token"));
      case "job_request" -> request(payload);
      case "job_status" -> status(message.getString("job_id"), payload.getString("status"));
      default -> {
        // An unknown type is dropped (PROTOCOL 2).
      }
    }
  }

  private void verify(String token) {
    Reply reply =
        http.post("/worker/" + id() + "/verify", LegacyJson.object("registration_token", token));
    if (reply.status() == 200) {
      online.complete(true);
    }
  }

  private void request(JsonObject request) {
    String job = request.getString("job_id");
    if (active.containsKey(job)) {
      return;
    }
    Path binary = binaries.get(request.getString("binary_name"));
    List<String> wanted = LegacyJson.texts(request, "paths");
    if (binary == null || !paths.keySet().containsAll(wanted)) {
      http.post("/jobs/" + job + "/status", LegacyRun.outcome("failed", null));
      return;
    }
    List<String> command = new ArrayList<>(List.of(binary.toString()));
    LegacyPaths local = new LegacyPaths(paths, wanted);
    LegacyJson.texts(request, "arguments")
        .forEach(argument -> command.add(local.toLocal(argument)));
    LegacyRun run = new LegacyRun(http, tasks, job, request.getInt("heartbeat_interval"), command);
    active.put(job, run);
    var unused = run.start().whenComplete((nothing, failure) -> active.remove(job));
  }

  private void status(String job, String status) {
    LegacyRun run = active.get(job);
    if (run != null) {
      run.told(status);
    } else if (status.equals("canceling")) {
      http.post("/jobs/" + job + "/status", LegacyRun.outcome("canceled", null));
    }
  }

  private String id() {
    return http.credentials().clientId();
  }

  /** Stops at once, as a killed process would: no report, no deregistration. */
  @Override
  public void close() {
    if (receiver != null) {
      receiver.close();
    }
    active.values().forEach(LegacyRun::destroy);
    tasks.shutdownNow();
    http.close();
  }
}
