package org.dffmpeg.common.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times on the wire (PROTOCOL 2). Written in UTC with no fraction or exactly six digits; read in
 * any ISO 8601 form with {@code Z} or an offset (none means UTC), or as a Unix epoch number. By
 * hand, because a formatter costs the proxy's start more than the whole message.
 */
final class WireTime {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt _](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d+))?)?"
              + "(?:[Zz]|([+-])(\\d\\d):?(\\d\\d))?");
  private static final Pattern EPOCH = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");

  /** Epoch numbers above this are milliseconds, as the Python peers take them. */
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(20_000_000_000L);

  /** 0001-01-01T00:00:00Z, as a number: parsing it would load the formatter. */
  private static final Instant FIRST = Instant.ofEpochSecond(-62_135_596_800L);

  /** 9999-12-31T23:59:59.999999Z. */
  private static final Instant LAST = Instant.ofEpochSecond(253_402_300_799L, 999_999_000);

  private WireTime() {}

  /** Writes the time, ending in {@code zone}. */
  static String format(Instant time, String zone) {
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(32);
    pad(text, utc.getYear(), 4).append('-');
    pad(text, utc.getMonthValue(), 2).append('-');
    pad(text, utc.getDayOfMonth(), 2).append('T');
    pad(text, utc.getHour(), 2).append(':');
    pad(text, utc.getMinute(), 2).append(':');
    pad(text, utc.getSecond(), 2);
    int micros = utc.getNano() / 1000;
    if (micros != 0) {
      pad(text.append('.'), micros, 6);
    }
    return text.append(zone).toString();
  }

  private static StringBuilder pad(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    return text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  /** The time, or null if the text is none. */
  static @Nullable Instant parse(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return ofIso(iso);
    }
    return EPOCH.matcher(text).matches() ? ofEpoch(new BigDecimal(text)) : null;
  }

  /** The time of an epoch number in seconds or milliseconds, or null if out of range. */
  static @Nullable Instant ofEpoch(BigDecimal number) {
    BigDecimal seconds =
        number.abs().compareTo(MOST_SECONDS) > 0 ? number.movePointLeft(3) : number;
    if (seconds.abs().compareTo(BigDecimal.valueOf(LAST.getEpochSecond())) > 0) {
      return null;
    }
    BigDecimal micros = seconds.movePointRight(6);
    return inRange(
        Instant.EPOCH
            .plusSeconds(Math.floorDiv(micros.longValue(), 1_000_000L))
            .plusNanos(Math.floorMod(micros.longValue(), 1_000_000L) * 1000));
  }

  private static @Nullable Instant ofIso(Matcher iso) {
    try {
      return inRange(
          LocalDateTime.of(
                  number(iso, 1),
                  number(iso, 2),
                  number(iso, 3),
                  number(iso, 4),
                  number(iso, 5),
                  number(iso, 6),
                  micros(iso.group(7)) * 1000)
              .toInstant(offset(iso)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher iso, int group) {
    String digits = iso.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** More than six digits are cut. */
  private static int micros(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000").substring(0, 6));
  }

  private static ZoneOffset offset(Matcher iso) {
    int sign = "-".equals(iso.group(8)) ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * number(iso, 9), sign * number(iso, 10));
  }

  private static @Nullable Instant inRange(Instant time) {
    return time.isBefore(FIRST) || time.isAfter(LAST) ? null : time;
  }
}
