package org.dffmpeg.systemtest.legacy;

import com.github.f4b6a3.ulid.UlidCreator;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.jspecify.annotations.Nullable;

/**
 * One job on the Python worker (PROTOCOL 15): accept whatever the answer, heartbeat, run, upload
 * lines in windows of 0.25 s, report. Thread-safe.
 */
final class LegacyRun {
  private static final Duration BATCH_DELAY = Duration.ofMillis(250);
  private static final int TERMINATE_SECONDS = 5;

  private final RawHttp http;
  private final ScheduledExecutorService tasks;
  private final String job;
  private final int heartbeatInterval;
  private final List<String> command;
  private final List<JsonObject> lines = new ArrayList<>();
  private volatile @Nullable Process process;
  private volatile String told = "";

  LegacyRun(
      RawHttp http,
      ScheduledExecutorService tasks,
      String job,
      int heartbeatInterval,
      List<String> command) {
    this.http = http;
    this.tasks = tasks;
    this.job = job;
    this.heartbeatInterval = Math.max(1, heartbeatInterval);
    this.command = command;
  }

  static JsonObject outcome(String status, @Nullable Integer exitCode) {
    return LegacyJson.object("status", status, "exit_code", exitCode);
  }

  CompletableFuture<Void> start() {
    return CompletableFuture.runAsync(this::run, tasks);
  }

  private void run() {
    post("accept", null);
    Future<?> heartbeats =
        tasks.scheduleWithFixedDelay(
            () -> post("worker_heartbeat", null),
            heartbeatInterval,
            heartbeatInterval,
            TimeUnit.SECONDS);
    try {
      report(execute());
    } catch (IOException e) {
      post("status", outcome("failed", null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      heartbeats.cancel(true);
    }
  }

  private int execute() throws IOException, InterruptedException {
    Process started =
        new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT).start();
    process = started;
    Future<?> uploads =
        tasks.scheduleWithFixedDelay(
            this::upload, BATCH_DELAY.toMillis(), BATCH_DELAY.toMillis(), TimeUnit.MILLISECONDS);
    CountDownLatch ended = new CountDownLatch(2);
    tasks.execute(() -> read("stdout", started.getInputStream(), ended));
    tasks.execute(() -> read("stderr", started.getErrorStream(), ended));
    int code = started.waitFor();
    ended.await();
    uploads.cancel(false);
    upload();
    return code > 128 && code < 160 ? 128 - code : code;
  }

  private void read(String stream, InputStream bytes, CountDownLatch ended) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(stream, line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ended.countDown();
    }
  }

  private synchronized void add(String stream, String line) {
    lines.add(
        LegacyJson.object(
            "id",
            UlidCreator.getMonotonicUlid().toString(),
            "stream",
            stream,
            "content",
            line,
            "timestamp",
            LegacyTime.text(Instant.now())));
  }

  private synchronized void upload() {
    if (!lines.isEmpty()) {
      post("logs", LegacyJson.object("logs", List.copyOf(lines)));
      lines.clear();
    }
  }

  private void report(int code) {
    switch (told) {
      case "canceling" -> post("status", outcome("canceled", null));
      case "" -> post("status", outcome(code == 0 ? "completed" : "failed", code));
      default -> {
        // Told that the job is over: nothing is reported.
      }
    }
  }

  void told(String status) {
    if (List.of("canceling", "canceled", "failed").contains(status)) {
      told = status;
      tasks.execute(this::terminate);
    }
  }

  private void terminate() {
    Process running = process;
    if (running != null) {
      running.destroy();
      var unused = tasks.schedule(running::destroyForcibly, TERMINATE_SECONDS, TimeUnit.SECONDS);
    }
  }

  void destroy() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  /** The answer is ignored, whatever it is. */
  private void post(String verb, @Nullable JsonObject body) {
    String route = "/jobs/" + job + "/" + verb;
    try {
      var unused = body == null ? http.post(route) : http.post(route, body);
    } catch (UncheckedIOException e) {
      // Upstream retries a few times; against a coordinator on loopback that makes no difference.
    }
  }
}
