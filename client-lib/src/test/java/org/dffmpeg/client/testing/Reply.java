package org.dffmpeg.client.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dffmpeg.common.json.WireJson;

/** What the stub answers. */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, byte[] body, Map<String, String> headers) {

  /** 200 with a wire record. */
  public static Reply ok(Object wireRecord) {
    return new Reply(200, WireJson.write(wireRecord), Map.of());
  }

  /** A status with this JSON text. */
  public static Reply of(int status, String json) {
    return new Reply(status, json.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** A status with an error body of PROTOCOL 5.1. */
  public static Reply refusal(int status, String detail) {
    return of(status, "{\"detail\":\"" + detail + "\"}");
  }

  /** The same with one header more. */
  public Reply with(String header, String value) {
    return new Reply(status, body, Map.of(header, value));
  }
}
