package org.dffmpeg.systemtest.legacy;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.jspecify.annotations.Nullable;

/**
 * The Python client's {@code submit} on the wire (PROTOCOL 16): submit monitored, first heartbeat
 * at once, only then the stream; knows host, port, name and key and nothing else. One job per
 * object.
 */
public final class LegacyClient implements AutoCloseable {
  private final RawHttp http;
  private final ScheduledExecutorService tasks = Executors.newScheduledThreadPool(2);
  private final List<String> stdout = new CopyOnWriteArrayList<>();
  private final List<String> stderr = new CopyOnWriteArrayList<>();
  private final List<String> statuses = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private @Nullable LegacyReceiver receiver;

  public LegacyClient(URI coordinator, Credentials credentials) {
    this.http = new RawHttp(coordinator, credentials, Clock.systemUTC(), Duration.ofSeconds(5));
  }

  /** Submits and starts to listen; returns the job's id. */
  public String submit(String binary, List<String> arguments, List<String> paths) {
    JsonObject record =
        http.post(
                "/jobs/submit",
                LegacyJson.object(
                    "binary_name",
                    binary,
                    "arguments",
                    arguments,
                    "paths",
                    paths,
                    "working_directory",
                    "/home/u",
                    "supported_transports",
                    List.of("http_polling"),
                    "monitor",
                    true,
                    "heartbeat_interval",
                    null))
            .expectOk()
            .object();
    String id = record.getString("job_id");
    int interval = record.getInt("heartbeat_interval");
    heartbeat(id);
    var unused =
        tasks.scheduleWithFixedDelay(() -> heartbeat(id), interval, interval, TimeUnit.SECONDS);
    String path = record.getJsonObject("transport_metadata").getString("path");
    receiver = new LegacyReceiver(http, path, message -> receive(id, message));
    tasks.execute(receiver);
    return id;
  }

  /** The exit code of the command line client (PROTOCOL 16). */
  public int await(Duration patience) {
    try {
      return exitCode.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no end after " + patience + ", heard " + statuses, e);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  public List<String> stdout() {
    return List.copyOf(stdout);
  }

  public List<String> stderr() {
    return List.copyOf(stderr);
  }

  /** Every status heard, in order. */
  public List<String> statuses() {
    return List.copyOf(statuses);
  }

  private void heartbeat(String job) {
    try {
      http.post("/jobs/" + job + "/client_heartbeat");
    } catch (UncheckedIOException e) {
      // The next one comes soon: upstream goes on too.
    }
  }

  private void receive(String job, JsonObject message) {
    if (!job.equals(LegacyJson.text(message, "job_id"))) {
      return;
    }
    JsonObject payload = message.getJsonObject("payload");
    switch (message.getString("message_type")) {
      case "job_logs" ->
          payload.getJsonArray("logs").getValuesAs(JsonObject.class).forEach(this::print);
      case "job_status" -> status(payload);
      default -> {
        // An unknown type is dropped (PROTOCOL 2).
      }
    }
  }

  private void print(JsonObject entry) {
    (entry.getString("stream").equals("stdout") ? stdout : stderr).add(entry.getString("content"));
  }

  private void status(JsonObject payload) {
    String status = payload.getString("status");
    @Nullable Integer code = payload.isNull("exit_code") ? null : payload.getInt("exit_code");
    statuses.add(status);
    switch (status) {
      case "completed" -> exitCode.complete(code == null ? 0 : code);
      case "failed" -> exitCode.complete(code == null ? 1 : code & 0xFF);
      case "canceled" -> exitCode.complete(130);
      default -> {
        // Not the end.
      }
    }
  }

  @Override
  public void close() {
    if (receiver != null) {
      receiver.close();
    }
    tasks.shutdownNow();
    http.close();
  }
}
