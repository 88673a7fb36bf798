package org.dffmpeg.coordinator.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A Fernet key, as Python coordinators seal with (PROTOCOL 20): 16 bytes to sign with and 16 bytes
 * of AES-128. It lets a Python key file and its stored keys be taken over; new rings use {@link
 * AesGcmKey}. The age of a token does not matter. Immutable and thread-safe.
 */
final class FernetKey implements RingKey {
  static final String PREFIX = "fernet:";
  private static final int HALF = 16;
  private static final byte VERSION = (byte) 0x80;
  private static final int HEADER = 1 + Long.BYTES;
  private static final int MAC_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec signing;
  private final SecretKeySpec encryption;
  private final Clock clock;

  private FernetKey(byte[] key, Clock clock) {
    this.signing = new SecretKeySpec(key, 0, HALF, "HmacSHA256");
    this.encryption = new SecretKeySpec(key, HALF, HALF, "AES");
    this.clock = clock;
  }

  /**
   * The key in this text.
   *
   * @throws IllegalArgumentException if it is none; the message does not quote it
   */
  static FernetKey parse(String text, Clock clock) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      if (bytes.length == 2 * HALF) {
        return new FernetKey(bytes, clock);
      }
    } catch (IllegalArgumentException notBase64) {
      // The same answer as for a wrong length.
    }
    throw new IllegalArgumentException("expected '" + PREFIX + "' and base64 of 32 bytes");
  }

  @Override
  public String seal(String secret) {
    byte[] vector = new byte[HALF];
    RANDOM.nextBytes(vector);
    return seal(secret, clock.instant(), vector);
  }

  /** The token of that time and initialisation vector: for the test vector of PROTOCOL 21.2. */
  String seal(String secret, Instant time, byte[] vector) {
    byte[] cipherText = crypt(Cipher.ENCRYPT_MODE, vector, secret.getBytes(StandardCharsets.UTF_8));
    byte[] signed =
        ByteBuffer.allocate(HEADER + HALF + cipherText.length)
            .put(VERSION)
            .putLong(time.getEpochSecond())
            .put(vector)
            .put(cipherText)
            .array();
    byte[] mac = mac(signed);
    byte[] token = Arrays.copyOf(signed, signed.length + MAC_BYTES);
    System.arraycopy(mac, 0, token, signed.length, MAC_BYTES);
    return Base64.getUrlEncoder().encodeToString(token);
  }

  @Override
  public String open(String sealed) {
    byte[] token = decoded(sealed);
    int end = token.length - MAC_BYTES;
    byte[] signed = Arrays.copyOf(token, end);
    if (!MessageDigest.isEqual(mac(signed), Arrays.copyOfRange(token, end, token.length))) {
      throw refused(null);
    }
    byte[] vector = Arrays.copyOfRange(token, HEADER, HEADER + HALF);
    byte[] secret =
        crypt(Cipher.DECRYPT_MODE, vector, Arrays.copyOfRange(token, HEADER + HALF, end));
    return new String(secret, StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String sealed) {
    try {
      byte[] token = Base64.getUrlDecoder().decode(sealed);
      if (token.length > HEADER + HALF + MAC_BYTES && token[0] == VERSION) {
        return token;
      }
    } catch (IllegalArgumentException notBase64) {
      // The same answer as for a text that is too short.
    }
    throw new IllegalStateException("a stored key is no Fernet token");
  }

  private byte[] mac(byte[] signed) {
    try {
      Mac mac = Mac.getInstance(signing.getAlgorithm());
      mac.init(signing);
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + signing.getAlgorithm(), e);
    }
  }

  private byte[] crypt(int mode, byte[] vector, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(mode, encryption, new IvParameterSpec(vector));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw refused(e);
    }
  }

  private static IllegalStateException refused(@Nullable GeneralSecurityException cause) {
    return new IllegalStateException(
        "a stored key was sealed with another key, or tampered with", cause);
  }

  @Override
  public String toString() {
    return "***";
  }
}
