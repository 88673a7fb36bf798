package org.dffmpeg.common.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a worker is in its life (PROTOCOL 2, 11). The wire name is the lower-case name. */
public enum WorkerState {
  OFFLINE,
  /** Registered; the token sent over its transport has not come back yet. */
  REGISTERING,
  ONLINE,
  /** Finishes its jobs, takes no more. */
  DRAINING;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<WorkerState> ofWireName(String name) {
    return Arrays.stream(values()).filter(state -> state.wireName().equals(name)).findFirst();
  }
}
