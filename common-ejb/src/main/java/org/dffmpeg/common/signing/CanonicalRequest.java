package org.dffmpeg.common.signing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What is signed (PROTOCOL 3.2): {@code METHOD|PATH|TIMESTAMP|HEX(SHA-256(body))}.
 *
 * @param path the percent-decoded route below the API base, without query (PROTOCOL 3.4, 4)
 * @param timestamp exactly the text of the header
 * @param bodySha256 lower-case hex
 */
public record CanonicalRequest(String method, String path, String timestamp, String bodySha256) {

  public static CanonicalRequest of(String method, String path, String timestamp, byte[] body) {
    return new CanonicalRequest(method.toUpperCase(Locale.ROOT), path, timestamp, Sha256.hex(body));
  }

  /** The text that goes into the HMAC. */
  public byte[] bytes() {
    return (method + "|" + path + "|" + timestamp + "|" + bodySha256)
        .getBytes(StandardCharsets.UTF_8);
  }
}
