package org.dffmpeg.common.signing;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** Checks signatures in constant time (PROTOCOL 3.4, steps 6 and 7). Immutable and thread-safe. */
public final class SignatureVerifier {
  /** How far the clocks may be apart, to either side; the bound itself passes (PROTOCOL 3.4). */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  /** Whole seconds, and no more digits than an Instant holds. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  private final Clock clock;

  public SignatureVerifier(Clock clock) {
    this.clock = clock;
  }

  /** Never throws for bad input: a timestamp or signature that cannot be read is a mismatch. */
  public SignatureCheck check(SigningKey key, CanonicalRequest request, String signature) {
    return SECONDS.matcher(request.timestamp()).matches() && isRight(key, request, signature)
        ? checkTime(Long.parseLong(request.timestamp()))
        : new SignatureCheck.Mismatch();
  }

  private static boolean isRight(SigningKey key, CanonicalRequest request, String signature) {
    try {
      return MessageDigest.isEqual(
          Signature.of(key, request), Base64.getDecoder().decode(signature));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private SignatureCheck checkTime(long seconds) {
    Instant now = clock.instant();
    Duration skew = Duration.ofSeconds(seconds - now.getEpochSecond());
    return skew.abs().compareTo(WINDOW) <= 0
        ? new SignatureCheck.Valid()
        : new SignatureCheck.Stale(Instant.ofEpochSecond(seconds), now, skew);
  }
}
