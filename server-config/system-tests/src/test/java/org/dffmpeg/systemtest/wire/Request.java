package org.dffmpeg.systemtest.wire;

import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request before it is signed. Immutable.
 *
 * @param route the decoded path below the base, which is what the signature covers
 * @param query raw, without the question mark; may be empty
 * @param headers sent beside, or instead of, the usual ones
 */
public record Request(
    String method, String route, String query, String body, Map<String, String> headers) {

  public static Request get(String route) {
    return new Request("GET", route, "", "", Map.of());
  }

  public static Request post(String route) {
    return new Request("POST", route, "", "", Map.of());
  }

  /** With a body formatted as the Python peers do. */
  public static Request post(String route, JsonValue body) {
    return post(route, PythonJson.dumps(body));
  }

  /** With a body of JSON text. */
  public static Request post(String route, String json) {
    return new Request("POST", route, "", json, Map.of("Content-Type", "application/json"));
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  public Request query(String text) {
    return new Request(method, route, text, body, headers);
  }

  public Request header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(method, route, query, body, Map.copyOf(more));
  }
}
