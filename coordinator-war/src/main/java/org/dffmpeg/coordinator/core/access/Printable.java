package org.dffmpeg.coordinator.core.access;

import java.util.regex.Pattern;

/** Text of strangers made fit for a line of a log: no control characters, no endless lengths. */
final class Printable {
  private static final int MAX_LENGTH = 200;
  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

  private Printable() {}

  static String of(String text) {
    String start = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    return UNPRINTABLE.matcher(start).replaceAll("?");
  }
}
