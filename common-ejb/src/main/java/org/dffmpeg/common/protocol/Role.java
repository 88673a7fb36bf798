package org.dffmpeg.common.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an identity may do; it may hold several. The wire name is the lower-case name. */
public enum Role {
  /** Submits jobs, and reads and cancels its own. */
  CLIENT,
  /** Registers as a worker under its own name and runs jobs. */
  WORKER,
  /** Manages identities, and may do what a client may, to every job. */
  ADMIN;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> ofWireName(String name) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(name)).findFirst();
  }
}
