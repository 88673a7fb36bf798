package org.dffmpeg.coordinator.core.lease;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobEvent;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.coordinator.core.job.Cause;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.Move;
import org.dffmpeg.coordinator.core.metrics.Counter;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Moves jobs whose worker or client was silent for too long, or that waited for too long (DESIGN
 * "Leases, not sockets"). One transaction each, by compare-and-set: who is heard in the same
 * instant wins. Thread-safe.
 */
public final class ExpireLeases {
  private static final Logger LOG = System.getLogger(ExpireLeases.class.getName());
  private static final int PAGE = 200;

  /** For a worker to end the job by itself, and to say so. */
  private static final Duration RUN_GRACE = Duration.ofSeconds(30);

  private final Transactions transactions;
  private final JobStore jobs;
  private final Move move;
  private final LeasePolicy leases;
  private final Meter meter;

  public ExpireLeases(
      Transactions transactions, JobStore jobs, Move move, LeasePolicy leases, Meter meter) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.move = move;
    this.leases = leases;
    this.meter = meter;
  }

  /**
   * The number of jobs that it moved.
   *
   * @param noted how long the service has answered without a gap, and until when: nobody is blamed
   *     for silence that is longer, or later
   */
  public int run(ServicePresence noted) {
    Instant now = noted.lastTick();
    Duration awake = noted.awake();
    return running(now, awake)
        + assigned(now, awake)
        + overrunning(now, awake)
        + canceling(now, awake)
        + watched(now, awake)
        + queued(now, awake);
  }

  /** After an outage jobs get the time of an assignment before they are given up. */
  private int queued(Instant now, Duration awake) {
    Cause cause =
        Cause.sweep(EndReason.QUEUE_TIMEOUT, "no worker took the job within its time in the queue");
    return sweep(
        awake.compareTo(leases.assignmentTimeout()) >= 0,
        () -> jobs.queueOverdue(now, PAGE),
        job -> job.place().deadline().filter(deadline -> deadline.isBefore(now)).isPresent(),
        JobEvent.QUEUE_OVERDUE,
        cause);
  }

  private int running(Instant now, Duration awake) {
    return leases.workerSilence().map(silence -> running(now, awake, silence)).orElse(0);
  }

  private int running(Instant now, Duration awake, Duration silence) {
    Instant then = now.minus(silence);
    Cause cause =
        Cause.sweep(
            EndReason.WORKER_LOST, "the worker was not heard of for " + silence.toSeconds() + " s");
    return sweep(
        awake.compareTo(silence) >= 0,
        () -> jobs.runningSilentSince(then, PAGE),
        job ->
            job.state() == JobState.RUNNING
                && job.attempt().lastSeen().filter(seen -> seen.isBefore(then)).isPresent(),
        JobEvent.WORKER_LOST,
        cause);
  }

  private int assigned(Instant now, Duration awake) {
    Instant then = now.minus(leases.assignmentTimeout());
    Cause cause = Cause.sweep(EndReason.WORKER_LOST, "the worker did not accept the job in time");
    return sweep(
        awake.compareTo(leases.assignmentTimeout()) >= 0,
        () -> jobs.assignedBefore(then, PAGE),
        job -> job.state() == JobState.ASSIGNED && job.lastUpdate().isBefore(then),
        JobEvent.ACCEPT_OVERDUE,
        cause);
  }

  /** Workers end such jobs themselves; this is for those that do not. */
  private int overrunning(Instant now, Duration awake) {
    Instant then = now.minus(RUN_GRACE);
    Cause cause = Cause.sweep(EndReason.RUN_TIMEOUT, "ran longer than its run_timeout allows");
    return sweep(
        awake.compareTo(RUN_GRACE) >= 0,
        () -> jobs.runOverdue(then, PAGE),
        job -> job.runDeadline().filter(deadline -> deadline.isBefore(then)).isPresent(),
        JobEvent.RUN_OVERDUE,
        cause);
  }

  private int canceling(Instant now, Duration awake) {
    Cause cause = Cause.sweep(EndReason.CANCELED_BY, "the worker did not confirm the end in time");
    return sweep(
        awake.compareTo(leases.cancelTimeout()) >= 0,
        () -> jobs.cancelOverdue(now, PAGE),
        job -> job.cancellation().filter(wanted -> wanted.deadline().isBefore(now)).isPresent(),
        JobEvent.CANCEL_OVERDUE,
        cause);
  }

  private int watched(Instant now, Duration awake) {
    int longest = leases.longestHeartbeatWithin(awake);
    Cause cause = Cause.sweep(EndReason.CLIENT_GONE, "the client was not heard of any more");
    return sweep(
        longest >= 0,
        () -> jobs.clientOverdue(now, longest, PAGE),
        job -> job.watch().deadline().filter(deadline -> deadline.isBefore(now)).isPresent(),
        JobEvent.CLIENT_GONE,
        cause);
  }

  private int sweep(
      boolean due,
      Supplier<List<JobId>> overdue,
      Predicate<Job> still,
      JobEvent event,
      Cause cause) {
    int moved = 0;
    boolean more = due;
    while (more) {
      List<JobId> page = transactions.read(unit -> overdue.get());
      int before = moved;
      for (JobId id : page) {
        moved += expire(id, still, event, cause) ? 1 : 0;
      }
      more = page.size() == PAGE && moved > before;
    }
    return moved;
  }

  private boolean expire(JobId id, Predicate<Job> still, JobEvent event, Cause cause) {
    try {
      return transactions.write(
          unit -> {
            Optional<Job> moved =
                jobs.find(id).filter(still).flatMap(job -> move.apply(unit, job, event, cause));
            moved.ifPresent(job -> unit.afterCommit(() -> meter.increment(Counter.JOBS_EXPIRED)));
            return moved.isPresent();
          });
    } catch (ConflictException busy) {
      return false;
    } catch (StoreUnavailable away) {
      throw away;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, () -> "job " + id + " cannot be ended, the others are", e);
      return false;
    }
  }
}
