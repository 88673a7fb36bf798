package org.dffmpeg.common.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dffmpeg.common.fleet.Capabilities;

/** What can be wrong with a value, in the words of PROTOCOL 5.1. Immutable. */
record Complaint(String type, String msg, Map<String, Object> ctx) {
  static final Complaint MISSING = of("missing", "Field required");
  static final Complaint NO_TEXT = of("string_type", "Input should be a valid string");
  static final Complaint NUL_IN_TEXT =
      of("string_pattern_mismatch", "String should not contain NUL characters");
  static final Complaint BROKEN_TEXT =
      of(
          "string_unicode",
          "Input should be a valid string, half of a surrogate pair is not a character");
  static final Complaint EMPTY_TEXT =
      new Complaint(
          "string_too_short", "String should have at least 1 character", Map.of("min_length", 1));
  static final Complaint NO_INTEGER = of("int_type", "Input should be a valid integer");
  static final Complaint UNREADABLE_INTEGER =
      of("int_parsing", "Input should be a valid integer, unable to parse string as an integer");
  static final Complaint BROKEN_INTEGER =
      of("int_from_float", "Input should be a valid integer of 32 bits, got a number that is none");
  static final Complaint NO_FLAG = of("bool_type", "Input should be a valid boolean");
  static final Complaint UNREADABLE_FLAG =
      of("bool_parsing", "Input should be a valid boolean, unable to interpret input");
  static final Complaint NO_TIME =
      of("datetime_parsing", "Input should be a valid datetime with a time zone");
  static final Complaint NO_LIST = of("list_type", "Input should be a valid list");
  static final Complaint EMPTY_LIST =
      new Complaint(
          "too_short",
          "List should have at least 1 item after validation, not 0",
          Map.of("field_type", "List", "min_length", 1, "actual_length", 0));
  static final Complaint NO_ULID = of("ulid_format", "Unrecognized format");
  static final Complaint NO_CAPABILITY =
      of("string_pattern_mismatch", "String should match pattern '" + Capabilities.PATTERN + "'");
  static final Complaint NO_SHA_256 =
      of("string_pattern_mismatch", "String should match pattern '[0-9a-f]{64}'");
  static final Complaint NO_OBJECT =
      of(
          "model_attributes_type",
          "Input should be a valid dictionary or object to extract fields from");

  static Complaint tooLong(int most) {
    return new Complaint(
        "string_too_long",
        "String should have at most " + most + " characters",
        Map.of("max_length", most));
  }

  static Complaint tooMany(int most, int items) {
    return new Complaint(
        "too_long",
        "Input should have at most " + most + " items, not " + items,
        Map.of("max_length", most, "actual_length", items));
  }

  static Complaint badName(String expected) {
    return of("string_pattern_mismatch", "Names should be " + expected);
  }

  /** A list whose JSON text, ASCII only, has more characters than are kept. */
  static Complaint listTooLong(int most) {
    return new Complaint(
        "too_long",
        "List should have at most " + most + " characters as JSON text in ASCII",
        Map.of("field_type", "List", "max_length", most));
  }

  static Complaint tooSmall(int least) {
    return new Complaint(
        "greater_than_equal",
        "Input should be greater than or equal to " + least,
        Map.of("ge", least));
  }

  static Complaint tooLarge(int most) {
    return new Complaint(
        "less_than_equal", "Input should be less than or equal to " + most, Map.of("le", most));
  }

  static Complaint notOneOf(Collection<String> words) {
    String expected = alternatives(List.copyOf(words));
    return new Complaint(
        "literal_error", "Input should be " + expected, Map.of("expected", expected));
  }

  private static String alternatives(List<String> words) {
    int last = words.size() - 1;
    String head =
        words.subList(0, last).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(", "));
    return (head.isEmpty() ? "" : head + " or ") + "'" + words.get(last) + "'";
  }

  private static Complaint of(String type, String msg) {
    return new Complaint(type, msg, Map.of());
  }
}
