package org.dffmpeg.common.json;

import java.util.Map;
import java.util.TreeMap;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.protocol.RegisterWorker;

/** What does not work on a worker now, by capability, each with what it says. */
final class SetAside {
  private static final String KEY = "set_aside";

  private SetAside() {}

  static void write(Map<String, String> problems, ObjectWriter out) {
    out.scalars(KEY, new TreeMap<>(problems));
  }

  /** As a worker registers it. */
  static Map<String, String> registered(ObjectReader in) {
    return in.given(KEY, SetAside::bounded, Map.of());
  }

  private static Map<String, String> bounded(Input input) {
    return Readers.boundedMap(
        input,
        RegisterWorker.MOST_SET_ASIDE,
        name -> !Capabilities.isName(name),
        Complaint.NO_CAPABILITY,
        Bounds.NAME);
  }

  /** As a coordinator shows it. */
  static Map<String, String> shown(ObjectReader in) {
    return in.given(KEY, input -> Readers.valuesByName(input, Input::anyText), Map.of());
  }
}
