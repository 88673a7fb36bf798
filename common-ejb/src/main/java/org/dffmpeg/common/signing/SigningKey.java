package org.dffmpeg.common.signing;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A shared secret of 32 bytes; standard base64 in files (PROTOCOL 3.2). Immutable; prints as {@code
 * ***}.
 */
public final class SigningKey {
  private static final int BYTES = 32;
  private final byte[] secret;

  private SigningKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * The key in this text.
   *
   * @throws IllegalArgumentException if the text is not standard base64 of 32 bytes; the message
   *     does not quote it
   */
  public static SigningKey ofBase64(String text) {
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the key is not standard base64 (44 characters, as 'dffmpeg-admin user add' prints it)",
          e);
    }
    if (secret.length != BYTES) {
      throw new IllegalArgumentException(
          "the key has " + secret.length + " bytes, expected " + BYTES);
    }
    return new SigningKey(secret);
  }

  /** A fresh key; the source must be cryptographically strong. */
  public static SigningKey random(RandomGenerator source) {
    byte[] secret = new byte[BYTES];
    source.nextBytes(secret);
    return new SigningKey(secret);
  }

  /** The 44 characters that are stored and handed out. Never log them. */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(secret);
  }

  byte[] bytes() {
    return secret;
  }

  @Override
  public String toString() {
    return "***";
  }
}
