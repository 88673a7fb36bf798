package org.dffmpeg.common.json;

import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree of {@link JsonTree} as JSON, cut to a size that fits an error body or a log line.
 * Confined to one call.
 */
final class JsonText {
  private static final int MOST_VALUES = 100;
  private static final int LONGEST_TEXT = 200;

  private final JsonGenerator out;
  private int values;

  private JsonText(JsonGenerator out) {
    this.out = out;
  }

  /** The JSON text of the beginning of the tree; itself valid JSON. */
  static String excerpt(@Nullable Object tree) {
    AsciiOutput bytes = new AsciiOutput();
    try (JsonGenerator out = Json.generator(bytes)) {
      writeExcerpt(out, tree);
    }
    return new String(bytes.toByteArray(), StandardCharsets.US_ASCII);
  }

  /** The beginning of the tree as the generator's next value. */
  static void writeExcerpt(JsonGenerator out, @Nullable Object tree) {
    new JsonText(out).write(tree);
  }

  private void write(@Nullable Object tree) {
    values++;
    if (tree instanceof Map<?, ?> map) {
      writeMembers(map);
    } else if (tree instanceof List<?> list) {
      writeItems(list);
    } else if (tree instanceof Boolean flag) {
      out.write(flag);
    } else if (tree instanceof NumberText number) {
      writeNumber(number);
    } else if (tree == null) {
      out.writeNull();
    } else {
      out.write(shortened(tree.toString()));
    }
  }

  private void writeMembers(Map<?, ?> map) {
    out.writeStartObject();
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (values < MOST_VALUES) {
        out.writeKey(shortened(String.valueOf(member.getKey())));
        write(member.getValue());
      }
    }
    out.writeEnd();
  }

  private void writeItems(List<?> list) {
    out.writeStartArray();
    for (Object item : list.subList(0, Math.min(list.size(), MOST_VALUES))) {
      if (values < MOST_VALUES) {
        write(item);
      }
    }
    out.writeEnd();
  }

  private void writeNumber(NumberText number) {
    BigDecimal exact = number.exact();
    if (exact == null) {
      out.write(shortened(number.text()));
    } else {
      out.write(exact);
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
  }
}
