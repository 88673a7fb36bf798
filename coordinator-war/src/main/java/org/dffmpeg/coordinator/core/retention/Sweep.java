package org.dffmpeg.coordinator.core.retention;

import java.util.Arrays;
import java.util.Locale;

/** What is swept, in this order; the wire name is the lower-case name. */
public enum Sweep {
  /** The output of ended jobs. */
  LOGS,
  /** What else the requesters of ended jobs could hear. */
  MESSAGES,
  /** Ended jobs, with everything about them that is left. */
  JOBS,
  /** Workers long offline, with what lies on their channels. */
  WORKERS;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The sweep of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Sweep ofWireName(String name) {
    return Arrays.stream(values())
        .filter(sweep -> sweep.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a sweep: " + name));
  }
}
