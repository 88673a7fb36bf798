package org.dffmpeg.systemtest.wire;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

/**
 * Sends signed requests as the Python peers do: plain sockets kept alive, head and body in separate
 * segments, the signature over the route alone (PROTOCOL 3, 4). Thread-safe.
 */
public final class RawHttp implements AutoCloseable {
  private final URI base;
  private final Credentials credentials;
  private final Clock clock;
  private final Duration timeout;
  private final Deque<HttpSocket> idle = new ConcurrentLinkedDeque<>();

  /**
   * Connects at the first request.
   *
   * @param base with or without a path base
   * @param timeout for connecting and for each read
   */
  public RawHttp(URI base, Credentials credentials, Clock clock, Duration timeout) {
    this.base = base;
    this.credentials = credentials;
    this.clock = clock;
    this.timeout = timeout;
  }

  public RawHttp(URI base, Credentials credentials) {
    this(base, credentials, Clock.systemUTC(), Duration.ofSeconds(30));
  }

  public Credentials credentials() {
    return credentials;
  }

  public Reply get(String route) {
    return send(Request.get(route));
  }

  public Reply post(String route) {
    return send(Request.post(route));
  }

  public Reply post(String route, JsonValue body) {
    return send(Request.post(route, body));
  }

  /**
   * Signs, sends, and reads the whole answer.
   *
   * @throws UncheckedIOException if no whole answer came
   */
  public Reply send(Request request) {
    return exchange(signed(request), request.bytes());
  }

  /** Sends the request as it is, without identity. */
  public Reply sendUnsigned(Request request) {
    return exchange(head(request, request.headers()), request.bytes());
  }

  /**
   * Opens an NDJSON stream.
   *
   * @param patience the longest silence before the read fails
   */
  public LineStream stream(Request request, Duration patience) throws IOException {
    Request streaming = request.header("Accept", "application/x-ndjson,application/json;q=0.9");
    HttpSocket socket = new HttpSocket(base, timeout);
    try {
      socket.send(signed(streaming), streaming.bytes(), patience);
      HttpSocket.Head head = socket.readHead();
      return new LineStream(socket, head, socket.body(head));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private Reply exchange(String head, byte[] body) {
    HttpSocket kept = idle.poll();
    if (kept != null) {
      try {
        return exchange(kept, head, body);
      } catch (SocketTimeoutException e) {
        throw new UncheckedIOException(base + ": " + e.getMessage(), e);
      } catch (IOException closedMeanwhile) {
        quietly(kept);
      }
    }
    try {
      return exchange(new HttpSocket(base, timeout), head, body);
    } catch (IOException e) {
      throw new UncheckedIOException(base + ": " + e.getMessage(), e);
    }
  }

  private Reply exchange(HttpSocket socket, String head, byte[] body) throws IOException {
    socket.send(head, body, timeout);
    HttpSocket.Head answer = socket.readHead();
    byte[] bytes;
    try (InputStream in = socket.body(answer)) {
      bytes = in.readAllBytes();
    }
    if (answer.headers().getOrDefault("connection", "").equalsIgnoreCase("close")) {
      socket.close();
    } else {
      idle.push(socket);
    }
    return new Reply(answer.status(), answer.headers(), new String(bytes, StandardCharsets.UTF_8));
  }

  /** The request line and headers as they would be sent now. */
  String signed(Request request) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-dffmpeg-client-id", credentials.clientId());
    headers.put("x-dffmpeg-timestamp", timestamp);
    headers.put(
        "x-dffmpeg-signature",
        credentials.sign(request.method(), request.route(), timestamp, request.bytes()));
    headers.putAll(request.headers());
    return head(request, headers);
  }

  private String head(Request request, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Host", base.getHost() + ":" + base.getPort());
    all.put("Accept", "*/*");
    all.put("Accept-Encoding", "gzip, deflate");
    all.put("Connection", "keep-alive");
    all.put("User-Agent", "python-httpx/0.28.1");
    all.putAll(headers);
    if (request.bytes().length > 0 || request.method().equals("POST")) {
      all.put("Content-Length", Integer.toString(request.bytes().length));
    }
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    return all.entrySet().stream()
        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
        .collect(
            Collectors.joining(
                "",
                request.method()
                    + " "
                    + escaped(base.getPath() + request.route())
                    + query
                    + " HTTP/1.1\r\n",
                "\r\n"));
  }

  private static String escaped(String path) {
    try {
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + path, e);
    }
  }

  private static void quietly(HttpSocket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // It is of no use any more either way.
    }
  }

  @Override
  public void close() {
    for (HttpSocket socket = idle.poll(); socket != null; socket = idle.poll()) {
      quietly(socket);
    }
  }
}
