package org.dffmpeg.common.ejb;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Clock;
import org.dffmpeg.common.signing.CanonicalRequest;
import org.dffmpeg.common.signing.SignatureCheck;
import org.dffmpeg.common.signing.SignatureVerifier;
import org.dffmpeg.common.signing.SignedHeaders;
import org.dffmpeg.common.signing.SigningKey;

/** Checks signed requests and callbacks (PROTOCOL 3.4, steps 6 and 7). Thread-safe. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SignatureGate {
  private final SignatureVerifier verifier;

  /** For the container. */
  public SignatureGate() {
    this(Clock.systemUTC());
  }

  SignatureGate(Clock clock) {
    this.verifier = new SignatureVerifier(clock);
  }

  /**
   * Checks one request.
   *
   * @param key the key of the identity that the headers name
   * @param route the percent-decoded path below the API base, without query
   * @param body the bytes as received
   */
  public SignatureCheck check(
      SigningKey key, String method, String route, byte[] body, SignedHeaders headers) {
    return verifier.check(
        key, CanonicalRequest.of(method, route, headers.timestamp(), body), headers.signature());
  }
}
