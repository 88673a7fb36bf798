package org.dffmpeg.coordinator.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key of the ring: AES-256 in Galois/Counter Mode. Its text is {@code aes256:} and standard
 * base64 of 32 bytes. Sealed text is base64 of a random 12-byte nonce and the cipher text with its
 * 16-byte tag. Immutable and thread-safe; prints as {@code ***}.
 */
final class AesGcmKey implements RingKey {
  static final String PREFIX = "aes256:";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private AesGcmKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  static AesGcmKey random() {
    return new AesGcmKey(bytes(KEY_BYTES));
  }

  /**
   * The key in this text.
   *
   * @throws IllegalArgumentException if it is none; the message does not quote it
   */
  static AesGcmKey parse(String text) {
    try {
      byte[] bytes =
          Base64.getDecoder()
              .decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "");
      if (bytes.length == KEY_BYTES) {
        return new AesGcmKey(bytes);
      }
    } catch (IllegalArgumentException notBase64) {
      // The same answer as for a wrong length.
    }
    throw new IllegalArgumentException(
        "expected '" + PREFIX + "' and base64 of " + KEY_BYTES + " bytes");
  }

  /** The text that {@link #parse} reads. Never log it. */
  String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key.getEncoded());
  }

  @Override
  public String seal(String secret) {
    byte[] nonce = bytes(NONCE_BYTES);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
    byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
    return Base64.getEncoder().encodeToString(all);
  }

  @Override
  public String open(String sealed) {
    byte[] all = decoded(sealed);
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    byte[] secret =
        crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(all, NONCE_BYTES, all.length));
    return new String(secret, StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String sealed) {
    try {
      byte[] all = Base64.getDecoder().decode(sealed);
      if (all.length > NONCE_BYTES) {
        return all;
      }
    } catch (IllegalArgumentException notBase64) {
      // The same answer as for a text that is too short.
    }
    throw new IllegalStateException("a stored key is no sealed text");
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a stored key was sealed with another key, or tampered with", e);
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "***";
  }
}
