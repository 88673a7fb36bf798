package org.dffmpeg.common.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One value of the input, to be read as a type: leniently, as PROTOCOL 2 says. What cannot be read
 * is noted and a stand-in returned, so that all faults are found in one pass; the caller throws the
 * result away then.
 */
record Input(@Nullable Object value, Location location, Violations violations) {
  private static final Set<String> YES = Set.of("true", "1", "yes", "on", "t", "y");
  private static final Set<String> NO = Set.of("false", "0", "no", "off", "f", "n");

  /** Text with at least one character. */
  String text() {
    String text = anyText();
    if (value instanceof String && text.isEmpty()) {
      return refuse(Complaint.EMPTY_TEXT, "");
    }
    return text;
  }

  /**
   * Text, possibly empty; neither NUL nor half of a surrogate pair, which no database column and no
   * command line can hold.
   */
  String anyText() {
    String text = rawText();
    if (text.indexOf('\0') >= 0) {
      return refuse(Complaint.NUL_IN_TEXT, "");
    }
    return isWellFormed(text) ? text : refuse(Complaint.BROKEN_TEXT, "");
  }

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE) {
        return false;
      }
    }
    return true;
  }

  /** Text, whatever its characters. */
  String rawText() {
    return value instanceof String text ? text : refuse(Complaint.NO_TEXT, "");
  }

  int integer() {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value instanceof NumberText number) {
      return narrow(number.toWhole(), Complaint.BROKEN_INTEGER);
    }
    if (value instanceof String text) {
      return narrow(wholeOf(text.strip()), Complaint.UNREADABLE_INTEGER);
    }
    return refuse(Complaint.NO_INTEGER, 0);
  }

  private int narrow(@Nullable Long whole, Complaint otherwise) {
    return whole == null || whole != whole.intValue() ? refuse(otherwise, 0) : whole.intValue();
  }

  private static @Nullable Long wholeOf(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof NumberText || value instanceof String) {
      String word = value.toString().toLowerCase(Locale.ROOT);
      if (YES.contains(word)) {
        return true;
      }
      return NO.contains(word) ? false : refuse(Complaint.UNREADABLE_FLAG, false);
    }
    return refuse(Complaint.NO_FLAG, false);
  }

  /** The items, each to be read in turn. */
  List<Input> items() {
    if (!(value instanceof List<?> list)) {
      return refuse(Complaint.NO_LIST, List.of());
    }
    List<Input> items = new ArrayList<>(list.size());
    for (Object item : list) {
      items.add(member(items.size(), item));
    }
    return items;
  }

  /** The value at that key or index of this one. */
  Input member(Object step, @Nullable Object value) {
    return new Input(value, location.at(step), violations);
  }

  <T> T object(Codec<T> codec) {
    return codec.read(object());
  }

  @SuppressWarnings("unchecked") // JsonTree makes maps with text keys only
  ObjectReader object() {
    Map<String, @Nullable Object> members =
        value instanceof Map
            ? (Map<String, @Nullable Object>) value
            : refuse(Complaint.NO_OBJECT, Map.of());
    return new ObjectReader(members, this);
  }

  <T> T refuse(Complaint complaint, T standIn) {
    violations.add(location, complaint, value);
    return standIn;
  }
}
