package org.dffmpeg.client.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;

/** A request as it arrived; {@code path} is decoded, header names are in lower case. */
@SuppressWarnings("ArrayRecordComponent")
public record Call(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body,
    int remotePort) {

  /** {@code POST /jobs/submit}. */
  public String what() {
    return method + " " + path;
  }

  /** A header that came once. */
  public String header(String name) {
    return headers.getOrDefault(name, List.of("(absent)")).get(0);
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as a wire record. */
  public <T> T as(Class<T> type) {
    try {
      return WireJson.read(type, body);
    } catch (WireFormatException e) {
      throw new AssertionError("not a " + type.getSimpleName() + ": " + text(), e);
    }
  }
}
