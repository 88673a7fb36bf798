package org.dffmpeg.coordinator.core.scheduling;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.JobStore.LaneHead;
import org.dffmpeg.coordinator.core.job.Move;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
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
  private static final Logger LOG = System.getLogger(AssignJobs.class.getName());

  /** Less than every lane of another class, greater than every lane of probes. */
  private static final String AFTER_PROBES = Integer.toString(JobClass.LIVE.rank());

  /** Lanes are counted no further. */
  private static final int LONGEST_LANE = 20;

  private final Transactions transactions;
  private final JobStore jobs;
  private final LaneHeads laneHeads;
  private final WorkerStore workers;
  private final Move move;
  private final Clock clock;
  private final Shares shares = new Shares();
  private final Turns<JobClass> classes = new Turns<>();
  private final Turns<String> lanes = new Turns<>();
  private final LaneLengths lengths;

  public AssignJobs(
      Transactions transactions, JobStore jobs, WorkerStore workers, Move move, Clock clock) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.laneHeads = new LaneHeads(jobs);
    this.workers = workers;
    this.move = move;
    this.clock = clock;
    this.lengths = new LaneLengths(lane -> jobs.lengthOfLane(lane, LONGEST_LANE));
  }

  /** What came of one try to give a job away. */
  private enum Claim {
    GIVEN,
    /** It is not pending any more. */
    GONE,
    /** The worker that was to have it cannot take it any more. */
    MISSED,
    /** No free slot fits it. */
    UNFIT
  }

  /** The number of jobs given away; none while the queue is paused. */
  public int run() {
    Optional<LaneHead> first = transactions.read(unit -> look());
    if (first.isEmpty()) {
      classes.waiting(Set.of(), clock.instant());
      lanes.waiting(Set.of(), clock.instant());
      return 0;
    }
    JobClass mostUrgent = first.get().job().place().jobClass();
    return run(first.get(), new FreeSlots(transactions.read(unit -> workers.free(mostUrgent))));
  }

  /** Most passes find nothing to do: they shall ask for little. */
  private Optional<LaneHead> look() {
    Instant now = clock.instant();
    if (shares.areStale(now)) {
      shares.look(jobs.slotsHeld(), now);
    }
    return jobs.headOfLaneAfter("");
  }

  private int run(LaneHead first, FreeSlots free) {
    if (!free.any()) {
      return 0;
    }
    Contest contest = new Contest(shares, classes, lanes);
    transactions.read(unit -> open(contest, first, free));
    int assigned = 0;
    Optional<Job> head = contest.next(clock.instant());
    while (head.isPresent()) {
      Claim claim = claim(head.get(), free);
      assigned += claim == Claim.GIVEN ? 1 : 0;
      if (!free.any()) {
        return assigned;
      }
      headAfter(claim, head.get()).ifPresent(contest::enterAgain);
      head = contest.next(clock.instant());
    }
    return assigned;
  }

  /** All lanes that could have use of the free slots take part. */
  private Contest open(Contest contest, LaneHead first, FreeSlots free) {
    List<LaneHead> heads = headsOfLanes(first, free);
    if (free.anyForOthers()) {
      noteWaiting(heads);
    }
    boolean alone =
        heads.stream().map(head -> head.job().spec().requester()).distinct().count() < 2;
    Instant now = clock.instant();
    heads.forEach(head -> contest.enter(head.job(), alone ? 0 : lengths.of(head.lane(), now)));
    return contest;
  }

  private void noteWaiting(List<LaneHead> waiting) {
    Instant now = clock.instant();
    classes.waiting(
        waiting.stream().map(head -> head.job().place().jobClass()).collect(Collectors.toSet()),
        now);
    lanes.waiting(waiting.stream().map(head -> head.job().lane()).collect(Collectors.toSet()), now);
  }

  /** In the order of their classes; probes apart, whose slots are of no use for others. */
  private List<LaneHead> headsOfLanes(LaneHead first, FreeSlots free) {
    boolean fromFirst = free.anyForProbes() || first.lane().compareTo(AFTER_PROBES) > 0;
    return laneHeads.from(
        fromFirst ? Optional.of(first) : jobs.headOfLaneAfter(AFTER_PROBES),
        head -> hasUse(head.job(), free));
  }

  private static boolean hasUse(Job head, FreeSlots free) {
    return head.place().jobClass() == JobClass.PROBE || free.anyForOthers();
  }

  private Claim claim(Job head, FreeSlots free) {
    return WorkerChoice.choose(head, free.workers())
        .map(worker -> claim(head, worker, free))
        .orElse(Claim.UNFIT);
  }

  /** As both were seen a moment ago; only if that does not hold any more they are read again. */
  private Claim claim(Job head, Worker worker, FreeSlots free) {
    AtomicBoolean outOfDate = new AtomicBoolean();
    try {
      return transactions.write(
          unit ->
              outOfDate.getAndSet(true)
                  ? claimAnew(unit, head, worker, free)
                  : assign(unit, head, worker, free));
    } catch (ConflictException lostEveryTry) {
      return Claim.UNFIT;
    } catch (StoreUnavailable away) {
      throw away;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, () -> "job " + head.id() + " cannot be given to " + worker.id(), e);
      return Claim.UNFIT;
    }
  }

  private Claim claimAnew(UnitOfWork unit, Job head, Worker chosen, FreeSlots free) {
    Optional<Worker> worker = workers.find(chosen.id()).filter(Worker::takesJobs);
    worker.ifPresentOrElse(free::put, () -> free.remove(chosen.id()));
    if (WorkerChoice.choose(head, worker.stream().toList()).isEmpty()) {
      return Claim.MISSED;
    }
    return jobs.find(head.id())
        .filter(job -> job.place().notBefore().isEmpty())
        .map(job -> assign(unit, job, worker.get(), free))
        .orElse(Claim.GONE);
  }

  private Claim assign(UnitOfWork unit, Job job, Worker worker, FreeSlots free) {
    Optional<Worker> busier = move.assign(unit, job, worker);
    busier.ifPresent(after -> unit.afterCommit(() -> gave(job, after, free)));
    return busier.isPresent() ? Claim.GIVEN : Claim.GONE;
  }

  private void gave(Job job, Worker after, FreeSlots free) {
    free.put(after);
    shares.gave(job.spec().requester(), job.slots().total());
    classes.gave(job.place().jobClass(), clock.instant());
    lanes.gave(job.lane(), clock.instant());
  }

  /** Who is the head of the lane now; a lane for whose head no slot is free is left. */
  private Optional<Job> headAfter(Claim claim, Job head) {
    return switch (claim) {
      case GIVEN, GONE -> transactions.read(unit -> jobs.nextInLane(head));
      case MISSED -> Optional.of(head);
      case UNFIT -> Optional.empty();
    };
  }
}
