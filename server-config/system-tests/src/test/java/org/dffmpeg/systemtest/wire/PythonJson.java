package org.dffmpeg.systemtest.wire;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON text as the Python peers write it. {@link #dumps} is the standard library's default
 * (PROTOCOL 3.3: separators {@code ", "} and {@code ": "}, pure ASCII), {@link #compact} is what
 * the Python coordinator answers with (raw UTF-8, no spaces).
 */
public final class PythonJson {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final String comma;
  private final String colon;
  private final boolean asciiOnly;

  private PythonJson(String comma, String colon, boolean asciiOnly) {
    this.comma = comma;
    this.colon = colon;
    this.asciiOnly = asciiOnly;
  }

  public static String dumps(JsonValue value) {
    return new PythonJson(", ", ": ", true).text(value);
  }

  public static String compact(JsonValue value) {
    return new PythonJson(",", ":", false).text(value);
  }

  /**
   * The value that the text says.
   *
   * @throws JsonParsingException if the text is not one JSON value
   */
  public static JsonValue parse(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  public static JsonObject parseObject(byte[] utf8) {
    return parse(new String(utf8, StandardCharsets.UTF_8)).asJsonObject();
  }

  private String text(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT ->
          value.asJsonObject().entrySet().stream()
              .map(entry -> quoted(entry.getKey()) + colon + text(entry.getValue()))
              .collect(Collectors.joining(comma, "{", "}"));
      case ARRAY ->
          value.asJsonArray().stream().map(this::text).collect(Collectors.joining(comma, "[", "]"));
      case STRING -> quoted(((JsonString) value).getString());
      case NUMBER, TRUE, FALSE, NULL -> value.toString();
    };
  }

  private String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars().forEach(c -> escape(out, (char) c));
    return out.append('"').toString();
  }

  private void escape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (c < ' ' || (asciiOnly && c > '~')) {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
