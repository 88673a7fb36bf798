package org.dffmpeg.common.job;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of work a job is: the classes are served in this order (DESIGN "Scheduling"). The wire
 * name is the lower-case name.
 */
public enum JobClass {
  /** Somebody looks at a file: over in a second, and has slots of its own. */
  PROBE(0),
  /** Somebody watches the output as it comes. */
  LIVE(1),
  NORMAL(2),
  /** Whenever there is room. */
  BATCH(3);

  private final int rank;

  JobClass(int rank) {
    this.rank = rank;
  }

  /** One digit; the most urgent class has the smallest. Stores keep it. */
  public int rank() {
    return rank;
  }

  /** The class of a job that names none. */
  public static JobClass of(String binary) {
    return binary.equals("ffprobe") ? PROBE : NORMAL;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<JobClass> ofWireName(String name) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(name)).findFirst();
  }

  /** All wire names, in order. */
  public static List<String> wireNames() {
    return Arrays.stream(values()).map(JobClass::wireName).toList();
  }
}
