package org.dffmpeg.common.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A JSON number as it was written. Never turned into digits before its size is known: {@code
 * 1e999999999} is nine characters and a billion digits.
 */
record NumberText(String text) {
  private static final int LONGEST = 64;

  /** The whole number, or null if it is none or does not fit. */
  @Nullable Long toWhole() {
    BigDecimal exact = exact();
    try {
      return exact == null ? null : exact.longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  /** The number, or null if it is out of all proportion. */
  @Nullable BigDecimal exact() {
    if (text.length() > LONGEST) {
      return null;
    }
    try {
      BigDecimal exact = new BigDecimal(text);
      return Math.abs((long) exact.scale()) > LONGEST ? null : exact;
    } catch (NumberFormatException e) {
      return null; // an exponent beyond what a BigDecimal can hold
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
