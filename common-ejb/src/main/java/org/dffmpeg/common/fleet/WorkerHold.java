package org.dffmpeg.common.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an operator lets a worker have no new jobs, until it is resumed; whatever the worker itself
 * says. The wire name is the lower-case name.
 */
public enum WorkerHold {
  /** For a while. */
  PAUSED,
  /** It is to be taken away when its jobs have ended. */
  DRAINING;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<WorkerHold> ofWireName(String name) {
    return Arrays.stream(values()).filter(hold -> hold.wireName().equals(name)).findFirst();
  }
}
