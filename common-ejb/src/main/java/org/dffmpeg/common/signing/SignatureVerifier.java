package org.dffmpeg.common.signing;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Checks signatures in constant time (PROTOCOL 3.4, steps 6 and 7). Immutable and thread-safe. */
public final class SignatureVerifier {
  /** How far the clocks may be apart, to either side; the bound itself passes (PROTOCOL 3.4). */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  private final Clock clock;

  public SignatureVerifier(Clock clock) {
    this.clock = clock;
  }

  /** Never throws for bad input: a timestamp or signature that cannot be read is a mismatch. */
  public SignatureCheck check(SigningKey key, CanonicalRequest request, String signature) {
    byte[] given;
    long seconds;
    try {
      given = Base64.getDecoder().decode(signature);
      seconds = Long.parseLong(request.timestamp());
    } catch (IllegalArgumentException e) {
      return new SignatureCheck.Mismatch();
    }
    if (!MessageDigest.isEqual(Signature.of(key, request), given)) {
      return new SignatureCheck.Mismatch();
    }
    Instant now = clock.instant();
    long skew = seconds - now.getEpochSecond();
    return Math.abs(skew) <= WINDOW.toSeconds()
        ? new SignatureCheck.Valid()
        : new SignatureCheck.Stale(Instant.ofEpochSecond(seconds), now, Duration.ofSeconds(skew));
  }
}
