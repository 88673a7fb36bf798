package org.dffmpeg.client.link;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import org.dffmpeg.client.testing.StubCoordinator;
import org.dffmpeg.common.signing.CanonicalRequest;
import org.dffmpeg.common.signing.SignatureCheck;
import org.dffmpeg.common.signing.SignatureVerifier;
import org.dffmpeg.common.signing.SignedHeaders;

/** Records one request, and over what it was signed. */
final class PathBaseRecorder implements AutoCloseable {
  private final HttpServer server;
  private volatile Headers headers = new Headers();
  private volatile String requested = "";

  PathBaseRecorder() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::record);
    server.start();
  }

  private void record(HttpExchange exchange) throws IOException {
    headers = exchange.getRequestHeaders();
    requested = exchange.getRequestURI().getPath();
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  String requested() {
    return requested;
  }

  boolean wasSignedOver(String method, String route) {
    CanonicalRequest request =
        CanonicalRequest.of(method, route, headers.getFirst(SignedHeaders.TIMESTAMP), new byte[0]);
    return new SignatureVerifier(Clock.systemUTC())
            .check(StubCoordinator.KEY, request, headers.getFirst(SignedHeaders.SIGNATURE))
        instanceof SignatureCheck.Valid;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
