package org.dffmpeg.coordinator.core.retention;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that is over, and a place in the order of such things: by time, then by id. Immutable.
 *
 * @param since when the job ended, or when the worker was last seen
 * @param id of the job or the worker
 */
public record Aged(Instant since, String id) implements Comparable<Aged> {
  /** Before everything. */
  public static final Aged FIRST = new Aged(Instant.EPOCH, "");

  private static final Comparator<Aged> ORDER =
      Comparator.comparing(Aged::since).thenComparing(Aged::id);

  /** As a checkpoint is kept: {@code <time> <id>}. */
  public String text() {
    return since + " " + id;
  }

  /**
   * Reads {@link #text}.
   *
   * @throws java.time.format.DateTimeParseException if it is none
   */
  public static Aged ofText(String text) {
    int gap = text.indexOf(' ');
    return new Aged(Instant.parse(text.substring(0, Math.max(0, gap))), text.substring(gap + 1));
  }

  @Override
  public int compareTo(Aged other) {
    return ORDER.compare(this, other);
  }
}
