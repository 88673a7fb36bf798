package org.dffmpeg.coordinator.core.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Sees to it that no kind of jobs waits for ever behind more urgent ones: one of which jobs wait,
 * but none was given away for {@link #PATIENCE} while {@link #PASSED_OVER} others were, is given
 * one slot before all others, the one that waits longest first. Confined to the scheduler's passes,
 * which do not overlap.
 *
 * @param <K> a kind of jobs
 */
final class Turns<K> {
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Where slots are seldom free, urgent jobs still get most of them. */
  static final int PASSED_OVER = 4;

  private final Map<K, Wait> waits = new HashMap<>();
  private long given;

  /** Since when a kind waits, and how many jobs of all kinds had been given away then. */
  private record Wait(Instant since, long given) {}

  /** Of these jobs wait, of the others none. */
  void waiting(Set<K> kinds, Instant now) {
    waits.keySet().retainAll(kinds);
    kinds.forEach(each -> waits.putIfAbsent(each, new Wait(now, given)));
  }

  /** A job of this kind was given away. */
  void gave(K served, Instant now) {
    given++;
    waits.replace(served, new Wait(now, given));
  }

  /** Since when it waits, if that is too long by now; the end of time for all others. */
  Instant overdueSince(K kind, Instant now) {
    Wait wait = waits.get(kind);
    return wait != null && isTooLong(wait, now) ? wait.since() : Instant.MAX;
  }

  private boolean isTooLong(Wait wait, Instant now) {
    return wait.since().plus(PATIENCE).isBefore(now) && given - wait.given() >= PASSED_OVER;
  }
}
