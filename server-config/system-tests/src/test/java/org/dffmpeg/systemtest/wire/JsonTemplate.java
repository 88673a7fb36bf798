package org.dffmpeg.systemtest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compares JSON with an example by structure: the same keys, the same values, but for placeholders
 * ({@code "<ulid>"}, {@code "<time>"}, {@code "<token>"}). Immutable.
 *
 * @param additions keys that may come on top, at any depth: an old peer ignores them
 */
public record JsonTemplate(Set<String> additions) {
  private static final Map<String, Pattern> PLACEHOLDERS =
      Map.of(
          "<ulid>", Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}"),
          "<time>", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?Z"),
          "<token>", Pattern.compile("[A-Za-z0-9_-]{20,}"));

  /** Fails unless the value has the structure of the example. */
  public void check(String what, String example, JsonValue actual) {
    check(what, PythonJson.parse(example), actual);
  }

  private void check(String where, JsonValue example, JsonValue actual) {
    if (example instanceof JsonObject object) {
      assertThat(actual).as(where).isInstanceOf(JsonObject.class);
      checkObject(where, object, actual.asJsonObject());
      return;
    }
    Pattern placeholder =
        example instanceof JsonString text ? PLACEHOLDERS.get(text.getString()) : null;
    if (placeholder == null) {
      assertThat(actual).as(where).isEqualTo(example);
    } else {
      assertThat(actual).as(where).isInstanceOf(JsonString.class);
      assertThat(((JsonString) actual).getString()).as(where).matches(placeholder);
    }
  }

  private void checkObject(String where, JsonObject example, JsonObject actual) {
    Set<String> keys = new TreeSet<>(actual.keySet());
    keys.removeAll(additions);
    keys.addAll(example.keySet().stream().filter(actual::containsKey).toList());
    assertThat(keys).as("keys of " + where).isEqualTo(new TreeSet<>(example.keySet()));
    example.forEach(
        (key, value) -> check(where + "." + key, value, actual.getOrDefault(key, JsonValue.NULL)));
  }
}
