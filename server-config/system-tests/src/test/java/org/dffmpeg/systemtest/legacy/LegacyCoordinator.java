package org.dffmpeg.systemtest.legacy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dffmpeg.systemtest.wire.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator in this JVM that behaves as PROTOCOL 3 to 7 and 11 to 14 describe the Python one,
 * over {@code http_polling}: unguarded state changes, a thirty second queue, a heartbeat that says
 * {@code running}, no roles, no path base. Thread-safe.
 */
public final class LegacyCoordinator implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService requests = Executors.newCachedThreadPool();
  private final ScheduledExecutorService tasks = Executors.newScheduledThreadPool(2);
  private final LegacyState state;
  private final LegacyAuth auth;
  private final LegacyJobRoutes jobRoutes;
  private final LegacyWorkerRoutes workerRoutes;
  private final LegacyPolling polling;
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

  private LegacyCoordinator(HttpServer server, Clock clock, Map<String, Credentials> identities) {
    this.server = server;
    this.state = new LegacyState(clock);
    this.auth = new LegacyAuth(clock, identities);
    this.jobRoutes = new LegacyJobRoutes(state);
    this.workerRoutes = new LegacyWorkerRoutes(state, tasks);
    this.polling = new LegacyPolling(state.messages);
  }

  /** Starts one on a free port of loopback that knows these identities. */
  public static LegacyCoordinator start(Collection<Credentials> identities) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Map<String, Credentials> byName =
          identities.stream().collect(Collectors.toMap(Credentials::clientId, Function.identity()));
      LegacyCoordinator coordinator = new LegacyCoordinator(server, Clock.systemUTC(), byName);
      coordinator.open();
      return coordinator;
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on loopback", e);
    }
  }

  private void open() {
    server.createContext("/", this::serve);
    server.setExecutor(requests);
    server.start();
    var unused = tasks.scheduleWithFixedDelay(new LegacyJanitor(state), 0, 10, TimeUnit.SECONDS);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What was asked so far, in the order of the answers; streams when they were opened. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** The job's record as the API shows it. */
  public JsonObject job(String id) {
    synchronized (state) {
      LegacyJob job = state.jobs.get(id);
      if (job == null) {
        throw new IllegalArgumentException("no such job: " + id);
      }
      return job.record();
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    try (exchange) {
      Optional<JsonObject> body = LegacyHttp.parse(bytes);
      if (body.isEmpty()) {
        LegacyHttp.answer(
            exchange, LegacyAnswer.unprocessable("json_invalid", "JSON decode error", "body", "0"));
        return;
      }
      LegacyCall call = LegacyHttp.call(exchange, body.get());
      Optional<LegacyAnswer> refusal =
          call.path().equals("/health")
              ? Optional.of(health())
              : auth.refuse(call.method(), call.path(), exchange.getRequestHeaders(), bytes);
      if (refusal.isPresent()) {
        exchanges.add(LegacyHttp.record(exchange, call, refusal.get().status()));
        LegacyHttp.answer(exchange, refusal.get());
      } else {
        serve(exchange, call);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(HttpExchange exchange, LegacyCall call)
      throws IOException, InterruptedException {
    String[] parts = call.path().substring(1).split("/", -1);
    if (parts[0].equals("poll")) {
      @Nullable String jobId = parts[1].equals("jobs") ? parts[2] : null;
      exchanges.add(LegacyHttp.record(exchange, call, 200));
      if (LegacyPolling.wantsStream(exchange)) {
        polling.stream(call, jobId, exchange);
      } else {
        LegacyHttp.answer(exchange, polling.longPoll(call, jobId));
      }
      return;
    }
    LegacyAnswer answer;
    synchronized (state) {
      answer = route(call, parts);
    }
    exchanges.add(LegacyHttp.record(exchange, call, answer.status()));
    LegacyHttp.answer(exchange, answer);
    if (answer.then() != null) {
      answer.then().run();
    }
  }

  private LegacyAnswer route(LegacyCall call, String[] parts) {
    return switch (call.method() + " " + parts[0] + " " + parts.length) {
      case "GET jobs 1" -> jobRoutes.list(call);
      case "POST jobs 2" -> jobRoutes.submit(call);
      case "GET jobs 3", "POST jobs 3" -> jobRoutes.one(call, parts[1], parts[2]);
      case "POST worker 2" ->
          parts[1].equals("register") ? workerRoutes.register(call) : workerRoutes.deregister(call);
      case "POST worker 3" -> workerRoutes.verify(call, parts[1]);
      case "GET workers 1" -> workerRoutes.list();
      case "GET workers 2" -> workerRoutes.show(parts[1]);
      default -> LegacyAnswer.problem(404, "Not Found");
    };
  }

  private static LegacyAnswer health() {
    return LegacyAnswer.ok(
        LegacyJson.object(
            "status", "online", "version", "0.4.0", "databases", null, "transports", null));
  }

  @Override
  public void close() {
    tasks.shutdownNow();
    requests.shutdownNow();
    server.stop(0);
  }
}
