package org.dffmpeg.common.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * How a text becomes a value, and what a right one looks like. Parsers refuse by
 * IllegalArgumentException. Immutable.
 */
record Kind<T>(String expected, Function<String, T> parser) {
  private static final Set<String> YES = Set.of("true", "yes", "on", "1");
  private static final Set<String> NO = Set.of("false", "no", "off", "0");
  private static final double NANOS = 1e9;

  static final Kind<String> TEXT = new Kind<>("a text", text -> text);
  static final Kind<Boolean> FLAG = new Kind<>("true or false", Kind::flag);

  static Kind<Integer> integer(int least, int most) {
    return new Kind<>(
        "a whole number from " + least + " to " + most,
        text -> {
          int number = Integer.parseInt(text);
          require(least <= number && number <= most);
          return number;
        });
  }

  static Kind<Double> number(double least, double most) {
    return new Kind<>(
        "a number from " + plain(least) + " to " + plain(most), text -> between(text, least, most));
  }

  static Kind<Duration> seconds(Duration least, Duration most) {
    double from = least.toNanos() / NANOS;
    double to = most.toNanos() / NANOS;
    return new Kind<>(
        "seconds from " + plain(from) + " to " + plain(to),
        text -> Duration.ofNanos(Math.round(NANOS * between(text, from, to))));
  }

  static Kind<Long> size(long least, long most) {
    return new Kind<>(
        "bytes from " + Sizes.text(least) + " to " + Sizes.text(most) + ", as 512K, 64M or 2G",
        text -> {
          long bytes = Sizes.parse(text);
          require(least <= bytes && bytes <= most);
          return bytes;
        });
  }

  static Kind<String> oneOf(List<String> words) {
    return new Kind<>(
        "one of " + String.join(", ", words),
        text -> {
          require(words.contains(text));
          return text;
        });
  }

  private static boolean flag(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    require(YES.contains(word) || NO.contains(word));
    return YES.contains(word);
  }

  private static double between(String text, double least, double most) {
    double number = Double.parseDouble(text);
    require(least <= number && number <= most);
    return number;
  }

  /** Without a needless {@code .0}. */
  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("not a value of that kind");
    }
  }
}
