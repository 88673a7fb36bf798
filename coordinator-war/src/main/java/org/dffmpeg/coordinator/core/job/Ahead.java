package org.dffmpeg.coordinator.core.job;

import java.util.HashMap;
import java.util.Map;
import org.dffmpeg.common.id.ClientId;

/** Counts what is before a pending job, lane by lane. Confined to one count. */
final class Ahead {
  private final Job job;
  private final Map<ClientId, Waiting> others = new HashMap<>();
  private int certain;
  private int own;

  /**
   * How many jobs of one other requester take turns with ours, and whether one of them is older.
   */
  private record Waiting(int jobs, boolean older) {
    Waiting plus(Waiting more) {
      return new Waiting(jobs + more.jobs, older || more.older);
    }

    int before(int own) {
      return Math.min(jobs, older ? own + 1 : own);
    }
  }

  /** So many are before it, whatever stands in its class. */
  Ahead(Job job, int before) {
    this.job = job;
    this.certain = before;
  }

  /** Whether the lane of that head is another requester's, with the same priority. */
  boolean takesTurns(Job head) {
    return head.place().priority() == job.place().priority() && !isOwn(head);
  }

  /** So many wait in the lane of that head, which takes turns. */
  void addTurns(Job head, int length) {
    boolean older = head.id().compareTo(job.id()) < 0;
    others.merge(head.spec().requester(), new Waiting(length, older), Waiting::plus);
  }

  /** So many of the lane of that head are before it by priority and age. */
  void add(Job head, int before) {
    certain += before;
    own += isOwn(head) && head.place().priority() == job.place().priority() ? before : 0;
  }

  private boolean isOwn(Job head) {
    return head.spec().requester().equals(job.spec().requester());
  }

  /** What is before it without those that take turns. */
  int certain() {
    return certain;
  }

  int total() {
    return certain + others.values().stream().mapToInt(waiting -> waiting.before(own)).sum();
  }
}
