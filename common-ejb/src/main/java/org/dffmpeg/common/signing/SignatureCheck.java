package org.dffmpeg.common.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** The outcome of checking a signature. A closed family. */
public sealed interface SignatureCheck {
  /** The signature is right and its time within the window. */
  record Valid() implements SignatureCheck {}

  /**
   * The signature is right, its time is not: {@code skew} is how far the signer is ahead (negative:
   * behind).
   */
  record Stale(Instant signedAt, Instant now, Duration skew) implements SignatureCheck {}

  /** Wrong, whatever the cause. */
  record Mismatch() implements SignatureCheck {}

  /** Calls the function of this case. */
  default <R> R fold(
      Function<Valid, R> valid, Function<Stale, R> stale, Function<Mismatch, R> mismatch) {
    if (this instanceof Valid v) {
      return valid.apply(v);
    }
    if (this instanceof Stale s) {
      return stale.apply(s);
    }
    return mismatch.apply((Mismatch) this);
  }
}
