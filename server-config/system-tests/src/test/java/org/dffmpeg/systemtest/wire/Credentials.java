package org.dffmpeg.systemtest.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An identity and its key; signs as PROTOCOL 3.2 says. Immutable.
 *
 * @param key standard base64 of 32 bytes
 */
public record Credentials(String clientId, String key) {

  /**
   * The signature's text.
   *
   * @param path the decoded route, without query and path base
   */
  public String sign(String method, String path, String timestamp, byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      String canonical =
          String.join("|", method, path, timestamp, HexFormat.of().formatHex(digest));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no SHA-256", e);
    }
  }

  /** The same identity with another key. */
  public Credentials withKey(String otherKey) {
    return new Credentials(clientId, otherKey);
  }

  @Override
  public String toString() {
    return clientId;
  }
}
