package org.dffmpeg.coordinator.persistence;

import java.util.Map;
import java.util.TreeMap;
import org.dffmpeg.common.fleet.Slots;

/**
 * Slots in columns: the two pools that nearly every job takes of are numbers, so that they are
 * taken and given back by arithmetic; all others stand in one text. Pure.
 */
final class SlotColumns {
  private SlotColumns() {}

  static Slots toSlots(int cpu, int probe, String others) {
    Map<String, Integer> counts = new TreeMap<>(Texts.toSlots(others).counts());
    put(Slots.CPU, cpu, counts);
    put(Slots.PROBE, probe, counts);
    return new Slots(counts);
  }

  private static void put(String pool, int count, Map<String, Integer> counts) {
    if (count > 0) {
      counts.put(pool, count);
    }
  }

  /** The text of all other pools; without any always the same. */
  static String ofOthers(Slots slots) {
    return Texts.ofSlots(others(slots));
  }

  static Slots others(Slots slots) {
    Map<String, Integer> counts = new TreeMap<>(slots.counts());
    counts.remove(Slots.CPU);
    counts.remove(Slots.PROBE);
    return new Slots(counts);
  }
}
