package org.dffmpeg.common.id;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  // Not left to the record: what it would make at run time takes a tenth of a proxy's start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JobId id && value.equals(id.value);
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
