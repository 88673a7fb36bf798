package org.dffmpeg.coordinator.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.common.signing.SignedHeaders;
import org.dffmpeg.common.signing.SigningKey;

/** A coordinator as a caller on the same machine sees it. */
final class RunningCoordinator {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final Path dataDirectory;

  RunningCoordinator(int port, Path dataDirectory) {
    this.base = URI.create("http://127.0.0.1:" + port);
    this.dataDirectory = dataDirectory;
  }

  /** The key that the first start left behind. */
  RequestSigner localAdmin() throws IOException {
    String key = Files.readString(dataDirectory.resolve("localadmin.key")).strip();
    return signer("localadmin", key);
  }

  static RequestSigner signer(String name, String key) {
    return new RequestSigner(new ClientId(name), SigningKey.ofBase64(key), Clock.systemUTC());
  }

  HttpRequest.Builder request(String method, String path, String body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(TIMEOUT)
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request("GET", path, ""));
  }

  /**
   * Signs and sends.
   *
   * @param route what is signed: decoded, without prefix and query
   * @param path what is asked for
   */
  HttpResponse<String> signed(
      RequestSigner signer, String method, String route, String path, String body)
      throws IOException, InterruptedException {
    return send(sign(signer, method, route, path, body));
  }

  HttpResponse<String> get(RequestSigner signer, String route)
      throws IOException, InterruptedException {
    return signed(signer, "GET", route, route, "");
  }

  HttpResponse<String> post(RequestSigner signer, String route, String body)
      throws IOException, InterruptedException {
    return signed(signer, "POST", route, route, body);
  }

  /** The open answer of a stream. */
  HttpResponse<java.io.InputStream> stream(RequestSigner signer, String route)
      throws IOException, InterruptedException {
    return http.send(
        sign(signer, "GET", route, route + "?wait=1", "")
            .header("Accept", "application/x-ndjson")
            .build(),
        BodyHandlers.ofInputStream());
  }

  private HttpRequest.Builder sign(
      RequestSigner signer, String method, String route, String path, String body) {
    SignedHeaders headers = signer.sign(method, route, body.getBytes(StandardCharsets.UTF_8));
    return request(method, path, body)
        .header("Content-Type", "application/json")
        .header(SignedHeaders.CLIENT_ID, headers.clientId().value())
        .header(SignedHeaders.TIMESTAMP, headers.timestamp())
        .header(SignedHeaders.SIGNATURE, headers.signature());
  }
}
