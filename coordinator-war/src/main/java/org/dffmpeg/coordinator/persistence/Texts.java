package org.dffmpeg.coordinator.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;

/** Values that are kept as JSON text in one column. */
final class Texts {
  private Texts() {}

  static String ofList(Collection<String> texts) {
    return text(WireJson.writeTexts(List.copyOf(texts)));
  }

  static List<String> toList(String column) {
    try {
      return WireJson.readTexts(bytes(column));
    } catch (WireFormatException e) {
      throw damaged(column, e);
    }
  }

  static String ofNumbers(List<Integer> numbers) {
    return text(WireJson.writeNumbers(numbers));
  }

  static List<Integer> toNumbers(String column) {
    try {
      return WireJson.readNumbers(bytes(column));
    } catch (WireFormatException e) {
      throw damaged(column, e);
    }
  }

  static String ofTextsByName(Map<String, String> texts) {
    return text(WireJson.writeTextsByName(new TreeMap<>(texts)));
  }

  static Map<String, String> toTextsByName(String column) {
    try {
      return WireJson.readTextsByName(bytes(column));
    } catch (WireFormatException e) {
      throw damaged(column, e);
    }
  }

  static String ofSlots(Slots slots) {
    return text(WireJson.writeCounts(slots.counts()));
  }

  static Slots toSlots(String column) {
    try {
      return new Slots(WireJson.readCounts(bytes(column)));
    } catch (WireFormatException e) {
      throw damaged(column, e);
    }
  }

  static String ofRecord(Object record) {
    return text(WireJson.write(record));
  }

  static <T> T toRecord(Class<T> type, String column) {
    try {
      return WireJson.read(type, bytes(column));
    } catch (WireFormatException e) {
      throw damaged(column, e);
    }
  }

  /** The codec writes ASCII only. */
  private static String text(byte[] json) {
    return new String(json, StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(String column) {
    return column.getBytes(StandardCharsets.UTF_8);
  }

  private static IllegalStateException damaged(String column, WireFormatException cause) {
    return new IllegalStateException("not what was stored: " + column.length() + " chars", cause);
  }
}
