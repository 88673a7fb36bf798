package org.dffmpeg.coordinator.stream;

import org.dffmpeg.coordinator.core.Fault;

/**
 * The writing end of an answer, never blocking (T1). It takes one piece at a time and says when it
 * is free for the next. Thread-safe; but only one thread at a time may write.
 */
interface Outlet {
  /**
   * Begins.
   *
   * @param whenFree called, without a lock, whenever a piece may have become writable; also at once
   */
  void open(Runnable whenFree);

  /** Whether everything written so far has left, and the answer is still open. */
  boolean isFree();

  /** Writes a piece; only after {@link #isFree} said so. */
  void write(byte[] piece);

  /**
   * Makes it the answer to a request that failed; only while {@link #isFree} holds, and before the
   * body is written.
   *
   * @return false if it is too late, because something of the answer has left
   */
  boolean fail(Fault fault);

  /** Ends the answer; what was written before arrives if {@link #isFree} holds. */
  void close();
}
