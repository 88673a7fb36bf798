package org.dffmpeg.systemtest.legacy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small shapes of JSON that all stubs need. */
final class LegacyJson {
  private LegacyJson() {}

  /** An object of alternating names and values: text, number, flag, list, JSON or null. */
  static JsonObject object(@Nullable Object... namesAndValues) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add(String.valueOf(namesAndValues[i]), value(namesAndValues[i + 1]));
    }
    return object.build();
  }

  static JsonArray array(Collection<?> items) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    items.forEach(item -> array.add(value(item)));
    return array.build();
  }

  /** The texts of an array that may be missing. */
  static List<String> texts(JsonObject object, String key) {
    return object.containsKey(key)
        ? object.getJsonArray(key).getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList()
        : List.of();
  }

  static @Nullable String text(JsonObject object, String key) {
    return object.isNull(key) ? null : object.getString(key);
  }

  static boolean isPresent(JsonObject object, String key) {
    return object.containsKey(key) && !object.isNull(key);
  }

  private static JsonValue value(@Nullable Object value) {
    if (value == null) {
      return JsonValue.NULL;
    }
    if (value instanceof JsonValue json) {
      return json;
    }
    if (value instanceof Collection<?> items) {
      return array(items);
    }
    if (value instanceof Boolean flag) {
      return flag ? JsonValue.TRUE : JsonValue.FALSE;
    }
    return value instanceof Number number
        ? Json.createValue(number.longValue())
        : Json.createValue(value.toString());
  }
}
