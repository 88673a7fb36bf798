package org.dffmpeg.common.signing;

import org.dffmpeg.common.id.ClientId;

/** The three headers of a signed request (PROTOCOL 3.1). The signature must never reach a log. */
public record SignedHeaders(ClientId clientId, String timestamp, String signature) {
  public static final String CLIENT_ID = "x-dffmpeg-client-id";
  public static final String TIMESTAMP = "x-dffmpeg-timestamp";
  public static final String SIGNATURE = "x-dffmpeg-signature";

  @Override
  public String toString() {
    return "SignedHeaders[" + clientId + ", " + timestamp + ", ***]";
  }
}
