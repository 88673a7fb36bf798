package org.dffmpeg.common.id;

import java.util.Optional;

/**
 * The ULID of a log entry, made by the worker so that a re-sent entry can be recognised. Immutable;
 * ordered as its text, which is the order of creation.
 */
public record LogId(String value) implements Comparable<LogId> {

  /**
   * The id in this text.
   *
   * @throws IllegalArgumentException if the text is not an upper-case ULID (PROTOCOL 2)
   */
  public LogId {
    if (!Ulids.isValid(value)) {
      throw new IllegalArgumentException("not a log entry id: " + value);
    }
  }

  /** The id, or empty if the text is not one: for text that came from outside. */
  public static Optional<LogId> parse(String text) {
    return Ulids.isValid(text) ? Optional.of(new LogId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(LogId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
