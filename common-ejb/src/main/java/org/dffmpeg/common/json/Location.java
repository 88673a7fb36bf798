package org.dffmpeg.common.json;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in the input a value stands: the {@code loc} of a 422 item (PROTOCOL 5.1). Immutable. */
record Location(@Nullable Location parent, Object step) {
  static final Location BODY = new Location(null, "body");

  Location at(Object next) {
    return new Location(this, next);
  }

  List<Object> toList() {
    ArrayDeque<Object> steps = new ArrayDeque<>();
    for (Location here = this; here != null; here = here.parent) {
      steps.addFirst(here.step);
    }
    return List.copyOf(steps);
  }
}
