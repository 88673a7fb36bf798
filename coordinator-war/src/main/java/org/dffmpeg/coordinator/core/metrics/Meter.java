package org.dffmpeg.coordinator.core.metrics;

/** Counts what happens. Thread-safe; never blocks, never throws. */
@FunctionalInterface
public interface Meter {
  /** A meter that forgets. */
  Meter NONE = counter -> {};

  void increment(Counter counter);
}
