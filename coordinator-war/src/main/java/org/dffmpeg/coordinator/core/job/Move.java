package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.util.Optional;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobEvent;
import org.dffmpeg.common.job.JobLifecycle;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.Draft;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.metrics.Counter;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * Moves a job along its life cycle: the only code that does. One move is one compare-and-set of the
 * job, then of its worker, then the messages that tell of it (DESIGN "Channels and messages": the
 * lock order). An attempt that is over by it is kept. Thread-safe.
 */
public final class Move {
  private final JobStore jobs;
  private final WorkerStore workers;
  private final AttemptStore attempts;
  private final Outbox outbox;
  private final LeasePolicy leases;
  private final Meter meter;
  private final Clock clock;

  public Move(
      JobStore jobs,
      WorkerStore workers,
      AttemptStore attempts,
      Outbox outbox,
      LeasePolicy leases,
      Meter meter,
      Clock clock) {
    this.jobs = jobs;
    this.workers = workers;
    this.attempts = attempts;
    this.outbox = outbox;
    this.leases = leases;
    this.meter = meter;
    this.clock = clock;
  }

  /**
   * Gives a pending job to a worker, and takes the slots that it needs.
   *
   * @return the worker with the job, or empty if the job is not pending
   * @throws ConflictException if the job or the worker is not as it was seen
   */
  public Optional<Worker> assign(UnitOfWork unit, Job seen, Worker worker) {
    if (JobLifecycle.next(seen.state(), JobEvent.ASSIGN).isEmpty()) {
      return Optional.empty();
    }
    Told told = replace(seen, transition(seen, Cause.NONE).assigned(worker), Cause.NONE);
    Job job = told.job();
    DownlinkMessage request =
        outbox.stamp(worker.lastMessageId(), Notices.request(job, worker.id(), leases));
    ConflictException.unless(
        workers.takeSlots(worker, job.slots(), request.messageId()), worker.id());
    outbox.append(unit, worker.channel(), request);
    tell(unit, told);
    return Optional.of(worker.withSlotsTaken(job.slots(), request.messageId()));
  }

  /**
   * Applies any other event; what came to nothing for a reason that the job need not bear is
   * followed by another attempt.
   *
   * @return the job afterwards, unchanged if the event leads nowhere new; empty if the life cycle
   *     refuses the event
   * @throws ConflictException if the job is not as it was seen
   */
  public Optional<Job> apply(UnitOfWork unit, Job seen, JobEvent event, Cause cause) {
    Retry retry = new Retry(seen, event, cause);
    return JobLifecycle.next(seen.state(), retry.decided())
        .map(to -> to == seen.state() ? seen : move(unit, retry, to));
  }

  private Job move(UnitOfWork unit, Retry retry, JobState to) {
    Job seen = retry.seen();
    Cause cause = retry.cause();
    Job stored = store(unit, seen, transition(seen, cause).to(to, retry), cause);
    if (seen.state().isHeldByWorker()) {
      WorkerId worker = seen.attempt().worker().orElseThrow();
      if (!to.isHeldByWorker()) {
        attempts.append(EndedAttempt.of(seen, stored, cause));
      }
      settle(unit, seen, stored, worker);
      Notices.toWorker(stored, worker, retry.event(), cause)
          .ifPresent(draft -> tellWorker(unit, worker, draft));
    }
    return stored;
  }

  private Transition transition(Job seen, Cause cause) {
    return new Transition(seen, cause, leases, clock.instant());
  }

  private Job store(UnitOfWork unit, Job seen, Job next, Cause cause) {
    Told told = replace(seen, next, cause);
    tell(unit, told);
    return told.job();
  }

  /** The job as it is stored, and what its requester hears of that. */
  private record Told(Job job, DownlinkMessage message) {}

  private Told replace(Job seen, Job next, Cause cause) {
    DownlinkMessage message = outbox.stamp(next.tail().message(), Notices.toRequester(next, cause));
    Job stored = next.withTail(next.tail().withMessage(message.messageId()));
    ConflictException.unless(jobs.replace(seen, stored), seen.id());
    return new Told(stored, message);
  }

  private void tell(UnitOfWork unit, Told told) {
    outbox.append(unit, told.job().channel(), told.message());
    count(unit, told.job().state());
  }

  /** What the worker need not hear any more goes; a slot that is free again is announced. */
  private void settle(UnitOfWork unit, Job seen, Job next, WorkerId worker) {
    Channel channel = Channel.of(worker);
    if (next.state() == JobState.RUNNING) {
      outbox.stored().deleteRequests(channel, next.id());
    } else if (!next.state().isHeldByWorker()) {
      workers.releaseSlots(worker, seen.slots());
      if (seen.state() != JobState.RUNNING) {
        outbox.stored().deleteAbout(channel, next.id());
      }
      outbox.announceWork(unit);
    }
  }

  private void tellWorker(UnitOfWork unit, WorkerId id, Draft draft) {
    Worker worker =
        workers.find(id).orElseThrow(() -> new IllegalStateException("no worker " + id));
    DownlinkMessage message = outbox.stamp(worker.lastMessageId(), draft);
    ConflictException.unless(workers.moveLastMessage(worker, message.messageId()), id);
    outbox.append(unit, worker.channel(), message);
  }

  private void count(UnitOfWork unit, JobState state) {
    Optional<Counter> counter =
        switch (state) {
          case ASSIGNED -> Optional.of(Counter.JOBS_ASSIGNED);
          case COMPLETED -> Optional.of(Counter.JOBS_COMPLETED);
          case FAILED -> Optional.of(Counter.JOBS_FAILED);
          case CANCELED -> Optional.of(Counter.JOBS_CANCELED);
          case PENDING, RUNNING, CANCELING -> Optional.empty();
        };
    counter.ifPresent(which -> unit.afterCommit(() -> meter.increment(which)));
  }
}
