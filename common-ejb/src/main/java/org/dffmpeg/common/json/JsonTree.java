package org.dffmpeg.common.json;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.json.WireFormatException.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to a tree of {@code Map}, {@code List}, {@code String}, {@link NumberText}, {@code Boolean}
 * and null. Built without recursion and with a bound on depth, so that no input can exhaust the
 * stack. Strict UTF-8; of equal keys the last one counts. Confined to one call.
 */
final class JsonTree {
  /** Deeper than any message of ours or of a newer peer. */
  private static final int DEEPEST = 100;

  private final Deque<Object> open = new ArrayDeque<>();
  private final Deque<String> keys = new ArrayDeque<>();
  private @Nullable Object root;

  private JsonTree() {}

  /**
   * Reads one JSON value.
   *
   * @throws WireFormatException if the bytes are not one JSON value in UTF-8
   */
  static @Nullable Object parse(byte[] json) throws WireFormatException {
    JsonTree tree = new JsonTree();
    try (JsonParser parser = Json.parser(utf8(json))) {
      tree.build(parser);
      return tree.root;
    } catch (JsonParsingException e) {
      throw invalid(e.getLocation().getStreamOffset(), "not JSON");
    } catch (JsonException e) {
      throw invalid(0, "not UTF-8");
    }
  }

  private static InputStreamReader utf8(byte[] json) {
    // A decoder of our own refuses what is not UTF-8; a charset would put question marks there.
    return new InputStreamReader(
        new ByteArrayInputStream(json), StandardCharsets.UTF_8.newDecoder());
  }

  private void build(JsonParser parser) throws WireFormatException {
    while (parser.hasNext()) {
      take(parser.next(), parser);
      if (open.size() > DEEPEST) {
        throw invalid(parser.getLocation().getStreamOffset(), "nested too deeply");
      }
    }
    if (!open.isEmpty()) {
      throw invalid(parser.getLocation().getStreamOffset(), "ends too early");
    }
  }

  private void take(Event event, JsonParser parser) {
    switch (event) {
      case KEY_NAME -> keys.push(parser.getString());
      case START_OBJECT -> open.push(put(new LinkedHashMap<String, @Nullable Object>()));
      case START_ARRAY -> open.push(put(new ArrayList<@Nullable Object>()));
      case END_OBJECT, END_ARRAY -> open.pop();
      case VALUE_STRING -> put(parser.getString());
      case VALUE_NUMBER -> put(new NumberText(parser.getString()));
      case VALUE_TRUE -> put(true);
      case VALUE_FALSE -> put(false);
      case VALUE_NULL -> putNull();
    }
  }

  private <T> T put(T value) {
    place(value);
    return value;
  }

  private void putNull() {
    place(null);
  }

  @SuppressWarnings("unchecked") // only this class fills the containers
  private void place(@Nullable Object value) {
    Object container = open.peek();
    if (container == null) {
      root = value;
    } else if (container instanceof Map) {
      ((Map<String, @Nullable Object>) container).put(keys.pop(), value);
    } else {
      ((List<@Nullable Object>) container).add(value);
    }
  }

  private static WireFormatException invalid(long offset, String error) {
    return new WireFormatException(
        List.of(
            new Violation(
                "json_invalid",
                List.of("body", Math.max(0, offset)),
                "JSON decode error",
                "{}",
                Map.of("error", error))));
  }
}
