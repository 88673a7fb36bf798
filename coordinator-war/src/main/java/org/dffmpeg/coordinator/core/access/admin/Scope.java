package org.dffmpeg.coordinator.core.access.admin;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.coordinator.core.access.AddressRules;

/** Checks the scope that an administrator types (PITFALLS W45). */
final class Scope {
  private Scope() {}

  /** What is wrong with it, or empty if it can be stored. */
  static Optional<String> problemOf(List<String> cidrs) {
    return AddressRules.firstInvalid(cidrs)
        .map(text -> "Not an address or CIDR (as 10.0.0.0/8 or ::1): '" + text + "'");
  }
}
