package org.dffmpeg.common.config;

import java.util.Locale;
import java.util.Set;

/** Numbers and flags as people write them. Everything refuses by IllegalArgumentException. */
final class Numbers {
  private static final Set<String> YES = Set.of("true", "yes", "on", "1");
  private static final Set<String> NO = Set.of("false", "no", "off", "0");

  private Numbers() {}

  static double between(String text, double least, double most) {
    double number = Double.parseDouble(text);
    if (!(least <= number && number <= most)) {
      throw refused();
    }
    return number;
  }

  static boolean flag(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      throw refused();
    }
    return YES.contains(word);
  }

  /** Without a needless {@code .0}. */
  static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  static IllegalArgumentException refused() {
    return new IllegalArgumentException("not a value of that kind");
  }
}
