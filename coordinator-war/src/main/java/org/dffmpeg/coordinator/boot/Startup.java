package org.dffmpeg.coordinator.boot;

import java.util.function.Supplier;
import org.dffmpeg.coordinator.config.HandOver;

/** The steps of a start that can fail for reasons that an operator must read (B1). */
final class Startup {
  private Startup() {}

  /** Runs the step; if it fails, the launcher is told why, in the words of the exception. */
  static <T> T step(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      HandOver.startupFailed(String.valueOf(e.getMessage()));
      throw e;
    }
  }
}
