package org.dffmpeg.worker.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dffmpeg.common.config.SettingsReader;
import org.dffmpeg.common.fleet.Slots;

/**
 * Reads {@code slots}: a whole number of jobs at once, or numbers by pool. Pools for processors and
 * for probes are always there. Stateless.
 */
final class SlotSettings {
  private static final String KEY = "slots";
  private static final int PROBES = 2;

  private SlotSettings() {}

  static Slots read(SettingsReader settings, int processors) {
    Map<String, Integer> counts = new TreeMap<>();
    counts.put(Slots.CPU, usual(processors));
    counts.put(Slots.PROBE, PROBES);
    if (settings.isSection(KEY)) {
      readPools(settings.section(KEY), counts);
    } else {
      counts.put(Slots.CPU, settings.integer(KEY, usual(processors), 1, 1000));
    }
    return new Slots(counts);
  }

  private static void readPools(SettingsReader section, Map<String, Integer> counts) {
    for (String pool : section.textsHere().keySet()) {
      if (Slots.isPool(pool)) {
        section.integer(pool, 0, 1000).ifPresent(count -> counts.put(pool, count));
      } else {
        section.problem(pool, "expected a name like " + Slots.POOL);
      }
    }
    if (counts.size() > Slots.MOST_POOLS) {
      section.problem(Slots.CPU, "expected at most " + Slots.MOST_POOLS + " pools");
      counts.keySet().retainAll(Set.of(Slots.CPU, Slots.PROBE));
    }
  }

  /** An encoder uses several cores. */
  private static int usual(int processors) {
    return Math.max(2, processors / 2);
  }
}
