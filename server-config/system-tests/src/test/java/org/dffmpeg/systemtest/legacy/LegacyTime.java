package org.dffmpeg.systemtest.legacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as the Python coordinator writes them: no fraction, or six digits (PROTOCOL 2). */
final class LegacyTime {
  private static final DateTimeFormatter WHOLE = pattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
  private static final DateTimeFormatter MICROS = pattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private LegacyTime() {}

  static @Nullable String text(@Nullable Instant time) {
    if (time == null) {
      return null;
    }
    Instant micros = time.truncatedTo(ChronoUnit.MICROS);
    return (micros.equals(time.truncatedTo(ChronoUnit.SECONDS)) ? WHOLE : MICROS).format(micros);
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
