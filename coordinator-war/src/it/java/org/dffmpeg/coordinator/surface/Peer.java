package org.dffmpeg.coordinator.surface;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.common.signing.SignedHeaders;
import org.dffmpeg.common.signing.SigningKey;

/** An identity that speaks to the coordinator over raw HTTP. Immutable. */
final class Peer {
  private final RawHttp http;
  private final RequestSigner signer;
  private final String name;
  private final String key;

  Peer(RawHttp http, String name, String key, Clock clock) {
    this.http = http;
    this.name = name;
    this.key = key;
    this.signer = new RequestSigner(new ClientId(name), SigningKey.ofBase64(key), clock);
  }

  String name() {
    return name;
  }

  /** The same peer with another clock. */
  Peer at(Clock clock) {
    return new Peer(http, name, key, clock);
  }

  /** Somebody who claims to be this peer and does not know its key. */
  Peer impostor() {
    return new Peer(
        http, name, SigningKey.random(new SecureRandom()).toBase64(), Clock.systemUTC());
  }

  RawAnswer get(String target) {
    return send("GET", target, "");
  }

  RawAnswer post(String target, String body) {
    return send("POST", target, body);
  }

  /**
   * Signs and sends.
   *
   * @param target the route and its query, percent-encoded; the signature covers the decoded route
   */
  RawAnswer send(String method, String target, String body) {
    return http.send(method, target, headers(method, target, body), body.getBytes(UTF_8));
  }

  /** Sends with these headers, whatever they say. */
  RawAnswer send(String method, String target, Map<String, String> headers, String body) {
    return http.send(method, target, headers, body.getBytes(UTF_8));
  }

  /** What a signed request carries, to be changed before it is sent. */
  Map<String, String> headers(String method, String target, String body) {
    SignedHeaders signed = signer.sign(method, routeOf(target), body.getBytes(UTF_8));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(SignedHeaders.CLIENT_ID, signed.clientId().value());
    headers.put(SignedHeaders.TIMESTAMP, signed.timestamp());
    headers.put(SignedHeaders.SIGNATURE, signed.signature());
    if (!body.isEmpty()) {
      headers.put("Content-Type", "application/json");
    }
    return headers;
  }

  private static String routeOf(String target) {
    try {
      String path = new URI(target).getPath();
      return path.startsWith("/api/v1/") ? path.substring("/api/v1".length()) : path;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(target, e);
    }
  }
}
