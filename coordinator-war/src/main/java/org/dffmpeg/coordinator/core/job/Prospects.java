package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.coordinator.core.fleet.Requirements;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.job.JobStore.LaneHead;

/**
 * What a pending job can expect: how many jobs are before it by class, priority, fair share and
 * age, and when it may start. Of the jobs of other requesters with the same priority as many are
 * taken to be before it as of its own requester, and one of each whose oldest is older: who had
 * more or less of the fleet lately is not looked at. Called inside a unit; thread-safe.
 */
public final class Prospects {
  /** Positions are exact up to here. */
  static final int FARTHEST = 1_000;

  /** Of its own class so many are looked at: each costs a few queries. */
  static final int MOST_LANES = 50;

  private static final int SAMPLE = 50;

  private final JobStore jobs;
  private final Clock clock;

  public Prospects(JobStore jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * How many pending jobs are before it, counted up to {@link #FARTHEST}, and in no more than
   * {@link #MOST_LANES} lanes of its class.
   */
  int ahead(Job job) {
    String ownClass = Integer.toString(job.place().jobClass().rank());
    Ahead ahead = new Ahead(job, jobs.lengthOfLanesBefore(ownClass, FARTHEST));
    Optional<LaneHead> lane = jobs.headOfLaneAfter(ownClass);
    for (int lanes = 0;
        lanes < MOST_LANES && ahead.certain() < FARTHEST && isIn(ownClass, lane);
        lanes++) {
      count(lane.get(), job, ahead);
      lane = jobs.headOfLaneAfter(lane.get().lane());
    }
    return Math.min(ahead.total(), FARTHEST);
  }

  private void count(LaneHead lane, Job job, Ahead ahead) {
    if (ahead.takesTurns(lane.job())) {
      ahead.addTurns(lane.job(), jobs.lengthOfLane(lane.lane(), FARTHEST));
    } else {
      ahead.add(lane.job(), jobs.aheadInLane(lane.lane(), job, FARTHEST));
    }
  }

  private static boolean isIn(String ownClass, Optional<LaneHead> lane) {
    return lane.filter(head -> head.lane().startsWith(ownClass)).isPresent();
  }

  /**
   * When it may start if jobs go on to take as long as the last ones: empty if no worker fits, or
   * if nothing has run yet.
   */
  Optional<Instant> start(Job job, int ahead, List<Worker> online) {
    Requirements needs = job.requirements();
    int atOnce =
        online.stream()
            .filter(Worker::takesJobs)
            .filter(needs::metBy)
            .mapToInt(worker -> fits(needs.slots(), worker))
            .sum();
    Optional<Duration> usual = usualRunTime();
    return atOnce == 0
        ? Optional.empty()
        : usual.map(time -> clock.instant().plus(time.multipliedBy(ahead + 1L).dividedBy(atOnce)));
  }

  /** How many such jobs the worker runs at once. */
  private static int fits(Slots needs, Worker worker) {
    return needs.counts().entrySet().stream()
        .mapToInt(need -> worker.profile().slots().count(need.getKey()) / need.getValue())
        .min()
        .orElse(0);
  }

  private Optional<Duration> usualRunTime() {
    List<Duration> times = jobs.lastRunTimes(SAMPLE);
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(times.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(times.size()));
  }
}
