package org.dffmpeg.common.architecture.broken;

import org.jspecify.annotations.Nullable;

/** Breaks A15. */
public class ReadsTheEnvironment {
  public @Nullable String home() {
    return System.getenv("HOME");
  }
}
