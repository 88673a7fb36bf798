package org.dffmpeg.coordinator.container;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.testing.WireSamples;

/**
 * A coordinator as a caller on the same machine sees it.
 *
 * @param data its data directory
 */
record RunningCoordinator(int port, Path data) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** The bytes that a wire record must have. */
  static String golden(String name) throws IOException {
    try (InputStream in = WireSamples.class.getResourceAsStream("wire/" + name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  /** Whose key the first start left behind. */
  Peer localAdmin() throws IOException {
    return new Peer(this, "localadmin", Files.readString(data.resolve("localadmin.key")).strip());
  }

  /** A new identity. */
  Peer peer(String role) throws IOException, InterruptedException, WireFormatException {
    String name = role + "-" + UUID.randomUUID();
    String body = "{\"client_id\":\"%s\",\"roles\":[\"%s\"]}".formatted(name, role);
    String answer = localAdmin().post("/admin/users", body).body();
    UserView user = WireJson.read(UserView.class, answer.getBytes(StandardCharsets.UTF_8));
    return new Peer(this, name, String.valueOf(user.hmacKey()));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<InputStream> open(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofInputStream());
  }
}
