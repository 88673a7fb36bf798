package org.dffmpeg.common.config;

import java.util.Locale;

/** Numbers of bytes as people write them: {@code 64M}, in powers of 1024. Stateless. */
final class Sizes {
  private static final String UNITS = "KMGT";

  private Sizes() {}

  /**
   * The number of bytes.
   *
   * @throws IllegalArgumentException if the text is none, or too large for any disk
   */
  static long parse(String text) {
    String trimmed = text.strip().toUpperCase(Locale.ROOT);
    int unit = trimmed.isEmpty() ? -1 : UNITS.indexOf(trimmed.charAt(trimmed.length() - 1));
    String digits = unit < 0 ? trimmed : trimmed.substring(0, trimmed.length() - 1);
    try {
      return Math.multiplyExact(Long.parseLong(digits), 1L << (10 * (unit + 1)));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("too many bytes: " + text, e);
    }
  }

  /** As short as it can be said exactly. */
  static String text(long bytes) {
    int unit = -1;
    long left = bytes;
    while (left != 0 && left % 1024 == 0 && unit + 1 < UNITS.length()) {
      left /= 1024;
      unit++;
    }
    return unit < 0 ? Long.toString(left) : left + UNITS.substring(unit, unit + 1);
  }
}
