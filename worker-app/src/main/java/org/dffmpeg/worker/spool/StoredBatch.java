package org.dffmpeg.worker.spool;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A batch of lines in its file. Immutable.
 *
 * @param number its place among those of its attempt
 * @param droppedBefore how many lines before it were dropped
 * @param lines how many it has
 * @param bytes the length of the file
 */
record StoredBatch(long number, long droppedBefore, int lines, long bytes) {
  private static final Pattern NAME = Pattern.compile("(\\d{10})-(\\d{1,18})");

  /** The batch in a file of that name, of which nothing else is known; empty if it is another. */
  static Optional<StoredBatch> ofFile(String name, long bytes) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        ? Optional.of(
            new StoredBatch(
                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), 0, bytes))
        : Optional.empty();
  }

  String fileName() {
    return String.format(Locale.ROOT, "%010d-%d", number, droppedBefore);
  }

  /** This batch, after more lines before it were dropped. */
  StoredBatch after(long moreDropped) {
    return new StoredBatch(number, droppedBefore + moreDropped, lines, bytes);
  }
}
