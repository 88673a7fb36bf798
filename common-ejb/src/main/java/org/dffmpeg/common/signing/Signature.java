package org.dffmpeg.common.signing;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 over a canonical request (PROTOCOL 3.2). */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  static byte[] of(SigningKey key, CanonicalRequest request) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
      return mac.doFinal(request.bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
