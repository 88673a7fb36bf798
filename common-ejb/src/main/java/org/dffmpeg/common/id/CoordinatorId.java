package org.dffmpeg.common.id;

import java.util.Optional;

/**
 * The ULID of one process of a coordinator, made at its start. Immutable; ordered as its text,
 * which is the order of the starts.
 */
public record CoordinatorId(String value) implements Comparable<CoordinatorId> {

  /**
   * The id in this text.
   *
   * @throws IllegalArgumentException if the text is not an upper-case ULID (PROTOCOL 2)
   */
  public CoordinatorId {
    if (!Ulids.isValid(value)) {
      throw new IllegalArgumentException("not a coordinator id: " + value);
    }
  }

  /** The id, or empty if the text is not one: for text that came from outside. */
  public static Optional<CoordinatorId> parse(String text) {
    return Ulids.isValid(text) ? Optional.of(new CoordinatorId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(CoordinatorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
