package org.dffmpeg.worker.logship;

import java.time.Duration;

/**
 * When a batch of log lines is sent: with so many lines, or so long after its first.
 *
 * @param lines at least 1
 * @param window may be zero
 */
public record BatchSize(int lines, Duration window) {
  /** However few lines: keeps an upload well below what a coordinator takes (1 MiB of text). */
  static final int MOST_BYTES = 512 * 1024;

  /** Checks. */
  public BatchSize {
    if (lines < 1 || window.isNegative()) {
      throw new IllegalArgumentException("not a batch size: " + lines + " lines, " + window);
    }
  }
}
