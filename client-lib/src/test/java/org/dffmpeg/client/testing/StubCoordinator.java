package org.dffmpeg.client.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.signing.CanonicalRequest;
import org.dffmpeg.common.signing.SignatureCheck;
import org.dffmpeg.common.signing.SignatureVerifier;
import org.dffmpeg.common.signing.SignedHeaders;
import org.dffmpeg.common.signing.SigningKey;

/**
 * A coordinator on loopback that answers what a test told it, checks every signature (PROTOCOL 3),
 * and delivers pushed messages by long poll or NDJSON (PROTOCOL 7). Knows no jobs. Thread-safe.
 */
public final class StubCoordinator implements AutoCloseable {
  /** The key of every peer that talks to it. */
  public static final SigningKey KEY =
      SigningKey.ofBase64("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SignatureVerifier verifier = new SignatureVerifier(Clock.systemUTC());
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final Map<String, StubChannel> channels = new TreeMap<>();

  private record Rule(Pattern what, Function<Call, Reply> answer) {}

  private StubCoordinator(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** Starts one on a free port. */
  public static StubCoordinator start() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return new StubCoordinator(HttpServer.create(loopback(), 0), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one on a free port that speaks TLS. */
  public static StubCoordinator startTls(SSLContext context) {
    try {
      HttpsServer server = HttpsServer.create(loopback(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return new StubCoordinator(server, "https");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Its URL, without a path. */
  public URI url() {
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
  }

  /** From now on answers so; the latest rule that fits counts. */
  public void answer(String whatRegex, Function<Call, Reply> answer) {
    rules.add(0, new Rule(Pattern.compile(whatRegex), answer));
  }

  /** From now on answers so. */
  public void answer(String whatRegex, Reply reply) {
    answer(whatRegex, call -> reply);
  }

  /** Every request so far that fits, in order. */
  public List<Call> calls(String whatRegex) {
    Pattern pattern = Pattern.compile(whatRegex);
    return calls.stream().filter(call -> pattern.matcher(call.what()).matches()).toList();
  }

  /** Delivers these to whoever listens on that path, together. */
  public void push(String path, DownlinkMessage... messages) {
    channel(path).add(List.of(messages));
  }

  /** The channel of that path. */
  public synchronized StubChannel channel(String path) {
    return channels.computeIfAbsent(path, p -> new StubChannel());
  }

  @Override
  public void close() {
    synchronized (this) {
      channels.values().forEach(StubChannel::close);
    }
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call = read(exchange);
      calls.add(call);
      if (!isSigned(call)) {
        write(exchange, Reply.refusal(401, "Invalid HMAC signature"));
      } else if (hasChannel(call) && rules.stream().noneMatch(rule -> fits(rule, call))) {
        channel(call.path()).serve(call, exchange);
      } else {
        write(exchange, reply(call));
      }
    }
  }

  private static Call read(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(exchange.getRequestHeaders());
    String query = exchange.getRequestURI().getRawQuery();
    return new Call(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query == null ? "" : query,
        headers,
        exchange.getRequestBody().readAllBytes(),
        exchange.getRemoteAddress().getPort());
  }

  private boolean isSigned(Call call) {
    CanonicalRequest request =
        CanonicalRequest.of(
            call.method(), call.path(), call.header(SignedHeaders.TIMESTAMP), call.body());
    return verifier.check(KEY, request, call.header(SignedHeaders.SIGNATURE))
        instanceof SignatureCheck.Valid;
  }

  private synchronized boolean hasChannel(Call call) {
    return call.path().startsWith("/poll/");
  }

  private Reply reply(Call call) {
    return rules.stream()
        .filter(rule -> fits(rule, call))
        .findFirst()
        .map(rule -> rule.answer().apply(call))
        .orElse(Reply.refusal(404, "Not Found"));
  }

  private static boolean fits(Rule rule, Call call) {
    return rule.what().matcher(call.what()).matches();
  }

  private static void write(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    if (reply.body().length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(reply.body());
      }
    }
  }
}
