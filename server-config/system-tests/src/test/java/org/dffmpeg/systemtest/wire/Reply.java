package org.dffmpeg.systemtest.wire;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * An HTTP answer, read whole.
 *
 * @param headers names in lower case
 */
public record Reply(int status, Map<String, String> headers, String text) {

  public JsonValue json() {
    return PythonJson.parse(text);
  }

  public JsonObject object() {
    return json().asJsonObject();
  }

  /** The text of the error body's {@code detail} (PROTOCOL 5.1). */
  public String detail() {
    return object().getString("detail");
  }

  public String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }

  /**
   * This answer, if its status is 200.
   *
   * @throws AssertionError otherwise, with status and body
   */
  public Reply expectOk() {
    if (status != 200) {
      throw new AssertionError("expected 200, got " + status + ": " + text);
    }
    return this;
  }

  @Override
  public String toString() {
    return status + " " + text;
  }
}
