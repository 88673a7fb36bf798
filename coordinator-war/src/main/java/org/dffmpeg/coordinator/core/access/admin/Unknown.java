package org.dffmpeg.coordinator.core.access.admin;

import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.coordinator.core.Outcome;

/** The refusal of a name that nobody has. */
final class Unknown {
  private Unknown() {}

  static <T> Outcome<T> identity() {
    return Outcome.refused(ProblemCode.NOT_FOUND, "Identity not found");
  }
}
