package org.dffmpeg.client.cli.output;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times in the reader's zone, to the second. Immutable. */
record Times(ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  Cell cell(@Nullable Instant instant) {
    return Cell.of(
        instant == null ? null : TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone)));
  }
}
