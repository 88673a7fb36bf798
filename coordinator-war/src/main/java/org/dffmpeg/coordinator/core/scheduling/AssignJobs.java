package org.dffmpeg.coordinator.core.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.Move;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * Gives pending jobs to workers, by class, priority and age, until no job fits any free slot
 * (DESIGN "Scheduling"). It compares the heads of the lanes only; a lane that no free slot fits is
 * left at once, so nothing blocks the head and nothing scans the backlog.
 *
 * <p>Any number of coordinators may run it at once: a job is claimed by compare-and-set, one
 * transaction each. Thread-safe.
 */
public final class AssignJobs {
  private static final Comparator<Job> ORDER =
      Comparator.comparing((Job job) -> job.place().jobClass())
          .thenComparing(job -> job.place().priority(), Comparator.reverseOrder())
          .thenComparing(Job::id);

  private final Transactions transactions;
  private final JobStore jobs;
  private final WorkerStore workers;
  private final Move move;

  public AssignJobs(Transactions transactions, JobStore jobs, WorkerStore workers, Move move) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.workers = workers;
    this.move = move;
  }

  /** What came of one try: whether the job was given away, and who is the head of its lane now. */
  private record Claim(boolean assigned, Optional<Job> head) {}

  /** The number of jobs given away. */
  public int run() {
    FreeSlots free = new FreeSlots(transactions.read(unit -> workers.online()));
    Queue<Job> heads = new PriorityQueue<>(ORDER);
    if (free.any()) {
      heads.addAll(transactions.read(unit -> headsOfLanes()));
    }
    int assigned = 0;
    while (!heads.isEmpty() && free.any()) {
      Claim claim = claimHead(heads.remove(), free);
      claim.head().ifPresent(heads::add);
      assigned += claim.assigned() ? 1 : 0;
    }
    return assigned;
  }

  private List<Job> headsOfLanes() {
    List<Job> heads = new ArrayList<>();
    Optional<Job> head = jobs.headOfLaneAfter("");
    while (head.isPresent()) {
      heads.add(head.get());
      head = jobs.headOfLaneAfter(head.get().lane());
    }
    return heads;
  }

  /** A lane for whose head no slot is free is left: it has no head any more. */
  private Claim claimHead(Job head, FreeSlots free) {
    return WorkerChoice.choose(head, free.workers())
        .map(worker -> claimHead(head, worker, free))
        .orElse(new Claim(false, Optional.empty()));
  }

  private Claim claimHead(Job head, Worker worker, FreeSlots free) {
    try {
      return transactions.write(unit -> claim(unit, head, worker, free));
    } catch (ConflictException lostEveryTry) {
      return new Claim(false, Optional.empty());
    }
  }

  private Claim claim(UnitOfWork unit, Job head, Worker chosen, FreeSlots free) {
    Worker worker = workers.find(chosen.id()).orElse(chosen);
    free.put(worker);
    if (WorkerChoice.choose(head, List.of(worker)).isEmpty()) {
      return new Claim(false, Optional.of(head));
    }
    boolean assigned =
        jobs.find(head.id()).flatMap(job -> move.assign(unit, job, worker)).isPresent();
    if (assigned) {
      unit.afterCommit(() -> free.take(worker));
    }
    return new Claim(assigned, jobs.nextInLane(head));
  }
}
