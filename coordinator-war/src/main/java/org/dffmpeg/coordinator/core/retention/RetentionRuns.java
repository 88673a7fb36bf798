package org.dffmpeg.coordinator.core.retention;

import java.util.List;
import org.dffmpeg.common.protocol.RetentionRun;

/**
 * The runs of all sweeps in a row, one at a time on this coordinator, whatever others do.
 * Thread-safe.
 */
public interface RetentionRuns {
  /**
   * Begins a run, which goes on by itself: the one that was interrupted or failed last, from where
   * it stopped, else a new one. If one is under way, that one is the answer.
   */
  RetentionRun start();

  /** Takes up a run that the death of this coordinator interrupted, if there is one. */
  void resume();

  /** The latest runs, newest first. */
  List<RetentionRun> latest(int limit);
}
