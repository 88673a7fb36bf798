package org.dffmpeg.worker.spool;

import java.util.Optional;

/**
 * By what a process can be told from all others, also by another life of the worker. Immutable.
 *
 * @param startTicks when it started, as proc(5) counts: a number is used again, but not with the
 *     same start
 * @param boot which start of the machine these ticks are counted from
 * @param incarnation which life of the worker started it; its descendants have it in their
 *     environment
 */
public record ProcessMark(long pid, long startTicks, String boot, String incarnation) {
  private static final int PARTS = 4;

  /** One line, for a file. */
  String text() {
    return pid + " " + startTicks + " " + boot + " " + incarnation + "\n";
  }

  /** From such a line, or empty if it is none. */
  static Optional<ProcessMark> parse(String text) {
    String[] parts = text.strip().split(" ", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ProcessMark(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3]));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
