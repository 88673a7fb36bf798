package org.dffmpeg.client.cli.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobClass;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Arguments that are words, numbers and times of the wire. */
final class Words {
  private Words() {}

  /** A class of jobs. */
  static final class OfClass implements ITypeConverter<JobClass> {
    @Override
    public JobClass convert(String text) {
      return known(
          text, JobClass.ofWireName(text), "one of " + String.join(", ", JobClass.wireNames()));
    }
  }

  /** A reason for which a job ends. */
  static final class OfReason implements ITypeConverter<EndReason> {
    @Override
    public EndReason convert(String text) {
      return known(text, EndReason.ofWireName(text), "a reason, as worker_lost");
    }
  }

  /** A time with its zone. */
  static final class OfTime implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw wrong(text, "a time with its zone, as 2026-12-24T20:00:00Z");
      }
    }
  }

  /** A whole number, or numbers by pool. */
  static final class OfSlots implements ITypeConverter<Slots> {
    private static final String EXPECTED = "a whole number, or pools as cpu=2,nvenc0=1";

    @Override
    public Slots convert(String text) {
      try {
        return text.contains("=") ? pools(text) : Slots.cpu(Integer.parseInt(text));
      } catch (IllegalArgumentException e) {
        throw wrong(text, EXPECTED);
      }
    }

    private static Slots pools(String text) {
      Map<String, Integer> counts = new TreeMap<>();
      for (String pool : text.split(",", -1)) {
        int equals = pool.indexOf('=');
        if (equals < 1) {
          throw wrong(text, EXPECTED);
        }
        counts.put(pool.substring(0, equals), Integer.valueOf(pool.substring(equals + 1)));
      }
      return new Slots(counts);
    }
  }

  private static <T> T known(String text, Optional<T> value, String expected) {
    return value.orElseThrow(() -> wrong(text, expected));
  }

  private static TypeConversionException wrong(String text, String expected) {
    return new TypeConversionException("'" + text + "' is not " + expected);
  }
}
