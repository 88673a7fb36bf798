package org.dffmpeg.common.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that all of it is reported at once. Confined to one load. */
final class Problems {
  private final Set<String> found = new LinkedHashSet<>();

  void add(String place, String key, String what) {
    found.add(place + ": " + key + ": " + what);
  }

  void add(String place, String what) {
    found.add(place + ": " + what);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigurationException(List.copyOf(found));
    }
  }
}
