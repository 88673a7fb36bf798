package org.dffmpeg.coordinator.core.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.JobStore.LaneHead;
import org.dffmpeg.coordinator.core.job.Move;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * Gives pending jobs to workers, in the order of {@link Contest}, until no job fits any free slot
 * (DESIGN "Scheduling"). It compares the heads of the lanes only; a lane that no free slot fits is
 * left at once, so nothing blocks the head and nothing scans the backlog.
 *
 * <p>Any number of coordinators may run it at once: a job is claimed by compare-and-set, one
 * transaction each. Within one coordinator its runs must not overlap.
 */
public final class AssignJobs {
  /** Of one pass, the most urgent ones. */
  private static final int MOST_LANES = 1_000;

  /** Less than every lane of another class, greater than every lane of probes. */
  private static final String AFTER_PROBES = Integer.toString(JobClass.LIVE.rank());

  /** Lanes are counted no further. */
  private static final int LONGEST_LANE = 20;

  private final Transactions transactions;
  private final JobStore jobs;
  private final WorkerStore workers;
  private final PauseStore pauses;
  private final Move move;
  private final Clock clock;
  private final Shares shares = new Shares();
  private final Turns turns = new Turns();

  public AssignJobs(
      Transactions transactions,
      JobStore jobs,
      WorkerStore workers,
      PauseStore pauses,
      Move move,
      Clock clock) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.workers = workers;
    this.pauses = pauses;
    this.move = move;
    this.clock = clock;
  }

  /** What came of one try: whether the job was given away, and who is the head of its lane now. */
  private record Claim(boolean assigned, Optional<Job> head) {}

  /** The number of jobs given away; none while the queue is paused. */
  public int run() {
    FreeSlots free =
        new FreeSlots(
            transactions.read(unit -> pauses.find().isPresent() ? List.of() : workers.online()));
    return free.any() ? run(free) : 0;
  }

  private int run(FreeSlots free) {
    Contest contest = new Contest(shares, turns);
    transactions.read(unit -> open(contest, free));
    int assigned = 0;
    Optional<Job> head = contest.next(clock.instant());
    while (head.isPresent() && free.any()) {
      Claim claim = claimHead(head.get(), free);
      claim.head().ifPresent(contest::enterAgain);
      assigned += claim.assigned() ? 1 : 0;
      head = contest.next(clock.instant());
    }
    return assigned;
  }

  /** All lanes that could have use of the free slots take part. */
  private Contest open(Contest contest, FreeSlots free) {
    Instant now = clock.instant();
    List<LaneHead> heads = headsOfLanes(free);
    if (free.anyForOthers()) {
      turns.waiting(
          heads.stream().map(head -> head.job().place().jobClass()).collect(Collectors.toSet()),
          now);
    }
    boolean alone =
        heads.stream().map(head -> head.job().spec().requester()).distinct().count() < 2;
    if (shares.areStale(now)) {
      shares.look(jobs.slotsHeld(), now);
    }
    heads.forEach(
        head ->
            contest.enter(head.job(), alone ? 0 : jobs.lengthOfLane(head.lane(), LONGEST_LANE)));
    return contest;
  }

  /** In the order of their classes; probes apart, whose slots are of no use for others. */
  private List<LaneHead> headsOfLanes(FreeSlots free) {
    List<LaneHead> heads = new ArrayList<>();
    Optional<LaneHead> head = jobs.headOfLaneAfter(free.anyForProbes() ? "" : AFTER_PROBES);
    while (head.isPresent() && heads.size() < MOST_LANES && hasUse(head.get().job(), free)) {
      heads.add(head.get());
      head = jobs.headOfLaneAfter(head.get().lane());
    }
    return heads;
  }

  private static boolean hasUse(Job head, FreeSlots free) {
    return head.place().jobClass() == JobClass.PROBE || free.anyForOthers();
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
      unit.afterCommit(() -> gave(worker, head, free));
    }
    return new Claim(assigned, jobs.nextInLane(head));
  }

  private void gave(Worker worker, Job job, FreeSlots free) {
    free.take(worker, job);
    shares.gave(job.spec().requester(), job.slots().total());
    turns.gave(job.place().jobClass(), clock.instant());
  }
}
