package org.dffmpeg.coordinator.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.dffmpeg.coordinator.core.metrics.Counter;
import org.dffmpeg.coordinator.core.metrics.Meter;

/** Counts since the start of this coordinator, in memory. Thread-safe. */
public final class CountingMeter implements Meter {
  private final Map<Counter, LongAdder> counts = new EnumMap<>(Counter.class);

  /** All counts are zero. */
  public CountingMeter() {
    for (Counter counter : Counter.values()) {
      counts.put(counter, new LongAdder());
    }
  }

  @Override
  public void increment(Counter counter) {
    adder(counter).increment();
  }

  /** The counts by their names for dashboards. */
  public Map<String, Long> read() {
    Map<String, Long> read = new TreeMap<>();
    counts.forEach((counter, count) -> read.put(counter.wireName(), count.sum()));
    return read;
  }

  private LongAdder adder(Counter counter) {
    LongAdder adder = counts.get(counter);
    if (adder == null) {
      throw new IllegalStateException("a counter without a count: " + counter);
    }
    return adder;
  }
}
