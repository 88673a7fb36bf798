package org.dffmpeg.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.common.signing.SignedHeaders;
import org.dffmpeg.common.signing.SigningKey;

/** Somebody who knows a key. */
final class Peer {
  private static final String REGISTRATION =
      """
      {"worker_id":"%s","binaries":["ffmpeg"],"paths":[],"registration_interval":15,
       "supported_transports":["http_polling"],"slots":100,"incarnation":"one"}
      """;

  private final RunningCoordinator coordinator;
  private final String name;
  private final RequestSigner signer;

  Peer(RunningCoordinator coordinator, String name, String key) {
    this.coordinator = coordinator;
    this.name = name;
    this.signer =
        new RequestSigner(new ClientId(name), SigningKey.ofBase64(key), Clock.systemUTC());
  }

  String name() {
    return name;
  }

  HttpResponse<String> get(String route) throws IOException, InterruptedException {
    return coordinator.send(signed("GET", route, "", ""));
  }

  HttpResponse<String> post(String route, String body) throws IOException, InterruptedException {
    return coordinator.send(signed("POST", route, "", body));
  }

  Lines stream(String route) throws IOException, InterruptedException {
    return new Lines(
        coordinator
            .open(signed("GET", route, "?wait=1", "").header("Accept", "application/x-ndjson"))
            .body());
  }

  JobView submit(String body) throws IOException, InterruptedException, WireFormatException {
    HttpResponse<String> answer = post("/jobs/submit", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return WireJson.read(JobView.class, answer.body().getBytes(StandardCharsets.UTF_8));
  }

  void register() throws IOException, InterruptedException {
    HttpResponse<String> answer = post("/worker/register", REGISTRATION.formatted(name));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  void verify(DownlinkMessage request) throws IOException, InterruptedException {
    String token = ((Payload.VerifyRegistration) request.payload()).registrationToken();
    String body = "{\"registration_token\":\"" + token + "\"}";
    assertThat(post("/worker/" + name + "/verify", body).body())
        .isEqualTo(RunningCoordinator.golden("acknowledged"));
  }

  private HttpRequest.Builder signed(String method, String route, String query, String body) {
    SignedHeaders headers = signer.sign(method, route, body.getBytes(StandardCharsets.UTF_8));
    return coordinator
        .request(route + query)
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .header("Content-Type", "application/json")
        .header(SignedHeaders.CLIENT_ID, headers.clientId().value())
        .header(SignedHeaders.TIMESTAMP, headers.timestamp())
        .header(SignedHeaders.SIGNATURE, headers.signature());
  }
}
