package org.dffmpeg.common.json;

import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.common.json.WireFormatException.Violation;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one input, up to a bound. Confined to one call. */
final class Violations {
  /** A hostile input may have a million faults; nobody reads more than these. */
  private static final int MOST = 20;

  private final List<Violation> found = new ArrayList<>();

  void add(Location location, Complaint complaint, @Nullable Object input) {
    if (found.size() < MOST) {
      found.add(
          new Violation(
              complaint.type(),
              location.toList(),
              complaint.msg(),
              JsonText.excerpt(input),
              complaint.ctx()));
    }
  }

  void throwIfAny() throws WireFormatException {
    if (!found.isEmpty()) {
      throw new WireFormatException(found);
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }
}
