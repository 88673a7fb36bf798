package org.dffmpeg.coordinator.core.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.coordinator.core.job.Job;

/**
 * The heads of the lanes in one pass, and which of them is next: an overdue class, then class, then
 * an overdue lane, then priority, then fair share between requesters, then age (DESIGN
 * "Scheduling"). Confined to the pass.
 */
final class Contest {
  /** So many waiting jobs weigh as much as one slot that is held: who wants little goes first. */
  private static final double WAITING_PER_SLOT = 10;

  /** The lane is kept with its head: it takes a while to name it. */
  private record Entry(Job head, String lane) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<ClientId, Integer> waiting = new HashMap<>();
  private final Shares shares;
  private final Turns<JobClass> classes;
  private final Turns<String> lanes;

  Contest(Shares shares, Turns<JobClass> classes, Turns<String> lanes) {
    this.shares = shares;
    this.classes = classes;
    this.lanes = lanes;
  }

  /**
   * A lane takes part.
   *
   * @param length how many jobs wait in it, counted up to a bound
   */
  void enter(Job head, int length) {
    enterAgain(head);
    waiting.merge(head.spec().requester(), length, Integer::sum);
  }

  /** The same lane with its next job. */
  void enterAgain(Job head) {
    entries.add(new Entry(head, head.lane()));
  }

  /** The next one; it takes part no longer. */
  Optional<Job> next(Instant now) {
    Optional<Entry> next = entries.stream().min(order(now));
    next.ifPresent(entries::remove);
    return next.map(Entry::head);
  }

  private Comparator<Entry> order(Instant now) {
    return Comparator.comparing((Entry entry) -> classes.overdueSince(jobClass(entry), now))
        .thenComparing(Contest::jobClass)
        .thenComparing(entry -> lanes.overdueSince(entry.lane(), now))
        .thenComparing(entry -> entry.head().place().priority(), Comparator.reverseOrder())
        .thenComparingDouble(entry -> claim(entry.head().spec().requester()))
        .thenComparing(entry -> entry.head().id());
  }

  private static JobClass jobClass(Entry entry) {
    return entry.head().place().jobClass();
  }

  private double claim(ClientId requester) {
    return shares.of(requester) + waiting.getOrDefault(requester, 0) / WAITING_PER_SLOT;
  }
}
