package org.dffmpeg.coordinator.core.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.fleet.Requirements;

/**
 * A job as the coordinator knows it. It is pending until a worker fits, held by that worker while
 * assigned, running or canceling, and then ended for good; on the way back to pending it forgets
 * the worker. Immutable; {@link Move} makes the next state.
 *
 * @param place where it stands in the queue, or would if it came back there
 * @param lastUpdate when the state last changed; heartbeats do not move it (PROTOCOL 12)
 * @param cancellation present exactly while canceling
 * @param end present exactly when the state is terminal
 * @param tail where the job's channel and output stand
 * @param version counted by the store
 */
public record Job(
    JobId id,
    JobSpec spec,
    JobState state,
    Place place,
    Instant lastUpdate,
    Attempt attempt,
    Watch watch,
    Optional<Cancellation> cancellation,
    Optional<JobEnd> end,
    Tail tail,
    long version) {
  private static final Slots PROBE = new Slots(Map.of(Slots.PROBE, 1));

  /**
   * The newest of what was appended.
   *
   * @param message the last id of the job's channel
   * @param log the last entry of the present attempt's last upload, by which a repeated upload is
   *     known
   */
  public record Tail(Optional<MessageId> message, Optional<LogId> log) {
    /** Before the first message. */
    public static final Tail EMPTY = new Tail(Optional.empty(), Optional.empty());

    /** The output of another attempt begins: its names come from another clock. */
    Tail ofNewAttempt() {
      return new Tail(message, Optional.empty());
    }

    public Tail withMessage(MessageId next) {
      return new Tail(Optional.of(next), log);
    }
  }

  public Channel channel() {
    return Channel.of(id);
  }

  /** Whether this worker holds, or held to the end, the job's present attempt. */
  public boolean isOf(WorkerId worker) {
    return attempt.worker().filter(worker::equals).isPresent();
  }

  /** When a running job is over that may not run for ever. */
  public Optional<Instant> runDeadline() {
    return state == JobState.RUNNING
        ? attempt.startedAt().flatMap(start -> spec.runTimeout().map(start::plus))
        : Optional.empty();
  }

  /** The lane of the queue that it waits in; empty while it is kept back. */
  public String lane() {
    return place.notBefore().isPresent()
        ? ""
        : requirements().lane(place.jobClass(), place.priority(), spec.requester());
  }

  /** What it asks of a worker. */
  public Requirements requirements() {
    return new Requirements(
        spec.binary(),
        Set.copyOf(spec.paths()),
        Set.copyOf(spec.options().requires().capabilities()),
        spec.encoders(),
        slots());
  }

  /**
   * What it takes of its worker: probes have a pool of their own, so that they never wait behind
   * encodes.
   */
  public Slots slots() {
    return place.jobClass() == JobClass.PROBE ? PROBE : spec.options().slots();
  }

  public Job withPlace(Place next) {
    return new Job(
        id, spec, state, next, lastUpdate, attempt, watch, cancellation, end, tail, version);
  }

  public Job withAttempt(Attempt next) {
    return new Job(
        id, spec, state, place, lastUpdate, next, watch, cancellation, end, tail, version);
  }

  public Job withWatch(Watch next) {
    return new Job(
        id, spec, state, place, lastUpdate, attempt, next, cancellation, end, tail, version);
  }

  public Job withTail(Tail next) {
    return new Job(
        id, spec, state, place, lastUpdate, attempt, watch, cancellation, end, next, version);
  }
}
