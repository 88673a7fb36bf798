package org.dffmpeg.common.id;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  // Not left to the record: what it would make at run time takes a tenth of a proxy's start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LogId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
