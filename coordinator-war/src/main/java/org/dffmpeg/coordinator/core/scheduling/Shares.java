package org.dffmpeg.coordinator.core.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dffmpeg.common.id.ClientId;

/**
 * How much of the fleet each requester has had lately: the slots that it holds, and its average of
 * the last minutes, in which the past fades by half every {@link #HALF_LIFE}. What each holds is
 * read from the store once a second, so that all coordinators see the same; a coordinator that has
 * just started knows nothing of the past. Confined to the scheduler's passes, which do not overlap.
 */
final class Shares {
  static final Duration HALF_LIFE = Duration.ofMinutes(5);
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** Less than a slot for some seconds is forgotten. */
  private static final double NOTHING = 0.001;

  private final Map<ClientId, Double> average = new HashMap<>();
  private final Map<ClientId, Integer> held = new HashMap<>();
  private Instant lookedAt = Instant.EPOCH;

  /** Whether it is time to look again at what each holds. */
  boolean areStale(Instant now) {
    return !now.isBefore(lookedAt.plus(FRESH));
  }

  /** What each requester holds now. */
  void look(Map<ClientId, Integer> holds, Instant now) {
    double kept = kept(Duration.between(lookedAt, now));
    Set<ClientId> known = new HashSet<>(average.keySet());
    known.addAll(held.keySet());
    known.forEach(
        requester ->
            average.put(
                requester,
                kept * average.getOrDefault(requester, 0.0)
                    + (1 - kept) * held.getOrDefault(requester, 0)));
    average.values().removeIf(slots -> slots < NOTHING);
    held.clear();
    held.putAll(holds);
    lookedAt = now;
  }

  private static double kept(Duration since) {
    return Math.pow(0.5, (double) since.toMillis() / HALF_LIFE.toMillis());
  }

  /** The requester got so many slots. */
  void gave(ClientId requester, int slots) {
    held.merge(requester, slots, Integer::sum);
  }

  /** In slots: who has had less goes first. */
  double of(ClientId requester) {
    return average.getOrDefault(requester, 0.0) + held.getOrDefault(requester, 0);
  }
}
