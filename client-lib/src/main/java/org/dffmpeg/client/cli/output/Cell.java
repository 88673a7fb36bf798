package org.dffmpeg.client.cli.output;

import org.jspecify.annotations.Nullable;

/**
 * One field of a table. Control characters are replaced, because a worker's or user's text must not
 * steer the reader's terminal.
 */
public record Cell(String text, Color color) {
  private static final String ABSENT = "-";

  public Cell {
    text = text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  /** An uncoloured field; null shows as {@value #ABSENT}. */
  public static Cell of(@Nullable Object value) {
    return new Cell(value == null ? ABSENT : value.toString(), Color.PLAIN);
  }

  public static Cell of(String text, Color color) {
    return new Cell(text, color);
  }
}
