package org.dffmpeg.common.fleet;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many slots of which pools: what a worker has, or what a job takes. A pool is whatever there
 * is little of on a machine: {@value #CPU}, sessions of a graphics card. Immutable.
 *
 * @param counts by the name of the pool, in the order of the names
 */
public record Slots(SortedMap<String, Integer> counts) {
  /** The pool of a job or worker that names none. */
  public static final String CPU = "cpu";

  /** The pool that only jobs of class probe take, and the only one they take. */
  public static final String PROBE = "probe";

  /** Of one pool. */
  public static final int MOST = 10_000;

  /** Pools of one job or worker. */
  public static final int MOST_POOLS = 16;

  /** The pattern of a pool's name. */
  public static final String POOL = "[A-Za-z0-9_.-]{1,32}";

  public static final Slots NONE = new Slots(Map.of());

  private static final Pattern POOL_PATTERN = Pattern.compile(POOL);

  public Slots {
    SortedMap<String, Integer> sorted = new TreeMap<>(counts);
    sorted.forEach(Slots::check);
    if (sorted.size() > MOST_POOLS) {
      throw new IllegalArgumentException(sorted.size() + " pools, but at most " + MOST_POOLS);
    }
    counts = Collections.unmodifiableSortedMap(sorted);
  }

  public Slots(Map<String, Integer> counts) {
    this(new TreeMap<>(counts));
  }

  private static void check(String pool, int count) {
    if (!isPool(pool)) {
      throw new IllegalArgumentException("not the name of a pool: " + pool);
    }
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException("slots of " + pool + " from 0 to " + MOST + ": " + count);
    }
  }

  /** Whether a pool may have that name. */
  public static boolean isPool(String name) {
    return POOL_PATTERN.matcher(name).matches();
  }

  /** So many of the pool {@value #CPU}. */
  public static Slots cpu(int count) {
    return new Slots(Map.of(CPU, count));
  }

  public int count(String pool) {
    return counts.getOrDefault(pool, 0);
  }

  /** Whether there are slots of the pool {@value #CPU} and no others: then a number says it all. */
  public boolean isPlain() {
    return counts.keySet().equals(Collections.singleton(CPU));
  }

  /** Whether a job that takes {@code needs} finds them among these. */
  public boolean cover(Slots needs) {
    return needs.counts.entrySet().stream()
        .allMatch(need -> count(need.getKey()) >= need.getValue());
  }

  /** These and those. */
  public Slots plus(Slots others) {
    return changed(others, 1);
  }

  /** What is left of these; never fewer than none. */
  public Slots minus(Slots others) {
    return changed(others, -1);
  }

  private Slots changed(Slots others, int sign) {
    SortedMap<String, Integer> changed = new TreeMap<>(counts);
    others.counts.forEach((pool, count) -> changed.merge(pool, sign * count, Integer::sum));
    changed.values().removeIf(count -> count <= 0);
    return new Slots(changed);
  }

  /** Of all pools together. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** For people: {@code 4}, or {@code 4 cpu, 2 probe}. */
  public String text() {
    return isPlain() || counts.isEmpty()
        ? Integer.toString(count(CPU))
        : counts.entrySet().stream()
            .map(pool -> pool.getValue() + " " + pool.getKey())
            .collect(Collectors.joining(", "));
  }
}
