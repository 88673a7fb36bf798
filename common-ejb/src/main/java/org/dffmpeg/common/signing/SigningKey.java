package org.dffmpeg.common.signing;

import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A shared secret of 32 bytes; standard base64 in files (PROTOCOL 3.2). Immutable; prints as {@code
 * ***}.
 */
public final class SigningKey {
  private static final int BYTES = 32;
  private static final Pattern STANDARD = Pattern.compile("[A-Za-z0-9+/]{43}=");

  /** PROTOCOL 21.4. */
  private static final Pattern LEGACY_ADMIN = Pattern.compile("[A-Za-z0-9_-]{44}");

  private final byte[] secret;

  private SigningKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * The key in this text.
   *
   * @throws IllegalArgumentException if the text is not standard base64 of 32 bytes; the message
   *     says for people what it is instead, and does not quote it
   */
  public static SigningKey ofBase64(String text) {
    String key = text.strip();
    if (!STANDARD.matcher(key).matches()) {
      throw new IllegalArgumentException(whatIsWrong(key));
    }
    return new SigningKey(Base64.getDecoder().decode(key));
  }

  private static String whatIsWrong(String key) {
    String expected =
        "expected 44 characters of standard base64 that end in '=', as 'dffmpeg-admin user add'"
            + " prints them";
    if (LEGACY_ADMIN.matcher(key).matches()) {
      return "the key is URL-safe base64 without padding, as old coordinators made for localadmin"
          + " (33 bytes; most of them never worked); "
          + expected
          + ": make a new key";
    }
    return "the key is " + shape(key) + " of " + key.length() + " characters; " + expected;
  }

  private static String shape(String key) {
    return key.indexOf('-') >= 0 || key.indexOf('_') >= 0 ? "URL-safe base64" : "a text";
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
