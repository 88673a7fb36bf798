package org.dffmpeg.common.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA-256 (RFC 2104) over a canonical request (PROTOCOL 3.2). Done with the plain digest: the
 * JDK's {@code Mac} loads four security providers first, which every start of a proxy would pay.
 */
final class Signature {
  private static final int BLOCK_BYTES = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private Signature() {}

  static byte[] of(SigningKey key, CanonicalRequest request) {
    MessageDigest digest = sha256();
    digest.update(padded(key, INNER));
    byte[] inner = digest.digest(request.bytes());
    digest.update(padded(key, OUTER));
    return digest.digest(inner);
  }

  /** The key, which is shorter than a block, filled up with zeros and masked. */
  private static byte[] padded(SigningKey key, byte mask) {
    byte[] block = Arrays.copyOf(key.bytes(), BLOCK_BYTES);
    for (int i = 0; i < BLOCK_BYTES; i++) {
      block[i] ^= mask;
    }
    return block;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
