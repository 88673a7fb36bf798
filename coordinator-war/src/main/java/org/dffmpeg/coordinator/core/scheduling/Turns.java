package org.dffmpeg.coordinator.core.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.dffmpeg.common.job.JobClass;

/**
 * Sees to it that no class waits for ever behind more urgent ones: a class of which jobs wait, but
 * none was given away for {@link #PATIENCE}, is given one slot before all others. Confined to the
 * scheduler's passes, which do not overlap.
 */
final class Turns {
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Map<JobClass, Instant> waitingSince = new EnumMap<>(JobClass.class);

  /** Of these classes jobs wait, of the others none. */
  void waiting(Set<JobClass> classes, Instant now) {
    waitingSince.keySet().retainAll(classes);
    classes.forEach(each -> waitingSince.putIfAbsent(each, now));
  }

  /** A job of this class was given away. */
  void gave(JobClass served, Instant now) {
    waitingSince.replace(served, now);
  }

  boolean isOverdue(JobClass which, Instant now) {
    Instant since = waitingSince.get(which);
    return since != null && since.plus(PATIENCE).isBefore(now);
  }
}
