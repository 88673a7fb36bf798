package org.dffmpeg.client.cli.config;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Logging of the programs: nothing, because their stderr is ffmpeg's, unless {@value #VARIABLE}
 * names a level ({@code debug}, {@code info}, {@code warning}, {@code error}); then one line each.
 * It also keeps the JDK's own logging from being set up, which takes a tenth of a proxy's start.
 *
 * <p>Named as a service in the programs' jar only: who embeds the library keeps his own logging.
 * Immutable.
 */
public final class ProgramLogging extends System.LoggerFinder {
  private static final String VARIABLE = "DFFMPEG_LOG";

  private final System.Logger.Level least;

  /** Called by the JDK. */
  public ProgramLogging() {
    this(Optional.ofNullable(System.getenv(VARIABLE)));
  }

  ProgramLogging(Optional<String> level) {
    this.least = level.flatMap(ProgramLogging::levelOf).orElse(System.Logger.Level.OFF);
  }

  @Override
  public System.Logger getLogger(String name, Module module) {
    return new LineLogger(name, least);
  }

  private static Optional<System.Logger.Level> levelOf(String word) {
    try {
      return Optional.of(System.Logger.Level.valueOf(word.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private record LineLogger(String getName, System.Logger.Level least) implements System.Logger {
    @Override
    public boolean isLoggable(Level level) {
      return least != Level.OFF && level.compareTo(least) >= 0;
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String message,
        @Nullable Throwable thrown) {
      if (isLoggable(level)) {
        String cause = thrown == null ? "" : ": " + thrown;
        System.err.println(level + " " + getName + ": " + message + cause);
      }
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String format,
        @Nullable Object... parameters) {
      if (isLoggable(level) && format != null) {
        boolean plain = parameters == null || parameters.length == 0;
        log(
            level,
            bundle,
            plain ? format : MessageFormat.format(format, parameters),
            (Throwable) null);
      }
    }
  }
}
