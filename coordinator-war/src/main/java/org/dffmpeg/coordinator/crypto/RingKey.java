package org.dffmpeg.coordinator.crypto;

import java.time.Clock;

/** One key of the ring. Immutable and thread-safe; prints as {@code ***}. */
sealed interface RingKey permits AesGcmKey, FernetKey {

  /** The sealed text of a secret; another one each time. */
  String seal(String secret);

  /**
   * The secret again.
   *
   * @throws IllegalStateException if the text was sealed with another key, or tampered with
   */
  String open(String sealed);

  /**
   * The key in this text, by its prefix: {@code aes256:} for our own, {@code fernet:} for those of
   * a Python coordinator's key file (PROTOCOL 20).
   *
   * @throws IllegalArgumentException if it is none; the message does not quote it
   */
  static RingKey parse(String text, Clock clock) {
    return text.startsWith(FernetKey.PREFIX) ? FernetKey.parse(text, clock) : AesGcmKey.parse(text);
  }
}
