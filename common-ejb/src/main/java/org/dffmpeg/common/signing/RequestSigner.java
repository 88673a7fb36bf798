package org.dffmpeg.common.signing;

import java.time.Clock;
import java.util.Base64;
import org.dffmpeg.common.id.ClientId;

/** Signs outgoing requests of one identity (PROTOCOL 3.2). Immutable and thread-safe. */
public final class RequestSigner {
  private final ClientId clientId;
  private final SigningKey key;
  private final Clock clock;

  public RequestSigner(ClientId clientId, SigningKey key, Clock clock) {
    this.clientId = clientId;
    this.key = key;
    this.clock = clock;
  }

  public ClientId clientId() {
    return clientId;
  }

  /**
   * The headers that sign this request now.
   *
   * @param route the unescaped route below the API base, without query
   * @param body the very bytes that are sent
   */
  public SignedHeaders sign(String method, String route, byte[] body) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    CanonicalRequest request = CanonicalRequest.of(method, route, timestamp, body);
    return new SignedHeaders(
        clientId, timestamp, Base64.getEncoder().encodeToString(Signature.of(key, request)));
  }
}
