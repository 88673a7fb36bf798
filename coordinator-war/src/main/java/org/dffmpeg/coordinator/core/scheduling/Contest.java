package org.dffmpeg.coordinator.core.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.coordinator.core.job.Job;

/**
 * The heads of the lanes in one pass, and which of them is next: an overdue class, then class, then
 * priority, then fair share between requesters, then age (DESIGN "Scheduling"). Confined to the
 * pass.
 */
final class Contest {
  /** So many waiting jobs weigh as much as one slot that is held: who wants little goes first. */
  private static final double WAITING_PER_SLOT = 10;

  private final List<Job> heads = new ArrayList<>();
  private final Map<ClientId, Integer> waiting = new HashMap<>();
  private final Shares shares;
  private final Turns turns;

  Contest(Shares shares, Turns turns) {
    this.shares = shares;
    this.turns = turns;
  }

  /**
   * A lane takes part.
   *
   * @param length how many jobs wait in it, counted up to a bound
   */
  void enter(Job head, int length) {
    heads.add(head);
    waiting.merge(head.spec().requester(), length, Integer::sum);
  }

  /** The same lane with its next job. */
  void enterAgain(Job head) {
    heads.add(head);
  }

  /** The next one; it takes part no longer. */
  Optional<Job> next(Instant now) {
    Optional<Job> next = heads.stream().min(order(now));
    next.ifPresent(heads::remove);
    return next;
  }

  private Comparator<Job> order(Instant now) {
    return Comparator.comparing((Job job) -> !turns.isOverdue(job.place().jobClass(), now))
        .thenComparing(job -> job.place().jobClass())
        .thenComparing(job -> job.place().priority(), Comparator.reverseOrder())
        .thenComparingDouble(job -> claim(job.spec().requester()))
        .thenComparing(Job::id);
  }

  private double claim(ClientId requester) {
    return shares.of(requester) + waiting.getOrDefault(requester, 0) / WAITING_PER_SLOT;
  }
}
