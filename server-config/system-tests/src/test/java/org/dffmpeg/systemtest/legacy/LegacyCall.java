package org.dffmpeg.systemtest.legacy;

import jakarta.json.JsonObject;
import java.util.Map;

/**
 * An authenticated request.
 *
 * @param path decoded, as it was signed
 * @param body empty object when there was none
 */
record LegacyCall(
    String caller, String method, String path, Map<String, String> query, JsonObject body) {

  boolean is(String otherMethod, String otherPath) {
    return method.equals(otherMethod) && path.equals(otherPath);
  }

  int number(String name, int otherwise) {
    String text = query.get(name);
    return text == null ? otherwise : Integer.parseInt(text);
  }
}
