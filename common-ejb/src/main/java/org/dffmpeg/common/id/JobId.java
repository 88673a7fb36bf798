package org.dffmpeg.common.id;

import java.util.Optional;

/** The ULID of a job. Immutable; ordered as its text, which is the order of creation. */
public record JobId(String value) implements Comparable<JobId> {

  /**
   * The id in this text.
   *
   * @throws IllegalArgumentException if the text is not an upper-case ULID (PROTOCOL 2)
   */
  public JobId {
    if (!Ulids.isValid(value)) {
      throw new IllegalArgumentException("not a job id: " + value);
    }
  }

  /** The id, or empty if the text is not one: for text that came from outside. */
  public static Optional<JobId> parse(String text) {
    return Ulids.isValid(text) ? Optional.of(new JobId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(JobId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
