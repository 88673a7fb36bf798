package org.dffmpeg.client.cli.command;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number of seconds, not negative. */
final class Seconds implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new TypeConversionException("'" + text + "' is not a whole number of seconds");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }
}
