package org.dffmpeg.common.protocol;

import java.util.Locale;
import java.util.Optional;

/** An output stream of a job. The wire name is the lower-case name. */
public enum LogStream {
  STDOUT,
  STDERR;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LogStream> ofWireName(String name) {
    return name.equals("stdout")
        ? Optional.of(STDOUT)
        : name.equals("stderr") ? Optional.of(STDERR) : Optional.empty();
  }
}
