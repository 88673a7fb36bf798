package org.dffmpeg.coordinator.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.protocol.JobLimits;
import org.dffmpeg.common.protocol.SetPriority;

/**
 * Where a job stands in the queue. Immutable.
 *
 * @param notBefore present while a pending job is kept back: then it is in no lane
 * @param deadline when a pending job is given up, because no worker took it
 */
public record Place(
    JobClass jobClass, int priority, Optional<Instant> notBefore, Optional<Instant> deadline) {

  /** The same place in line, entered now, or kept back until {@code ready} if that is later. */
  Place queued(Instant now, Instant ready, JobLimits limits) {
    Instant start = ready.isAfter(now) ? ready : now;
    return new Place(
        jobClass,
        priority,
        Optional.of(start).filter(now::isBefore),
        Optional.ofNullable(limits.queueTimeout())
            .map(seconds -> start.plus(Duration.ofSeconds(seconds))));
  }

  /** In its lane, as the time has come. */
  Place due() {
    return new Place(jobClass, priority, Optional.empty(), deadline);
  }

  /** Elsewhere in the queue; what the wish leaves open stays. */
  Place moved(SetPriority wish) {
    JobClass nextClass = wish.jobClass();
    Integer nextPriority = wish.priority();
    return new Place(
        nextClass == null ? jobClass : nextClass,
        nextPriority == null ? priority : nextPriority,
        notBefore,
        deadline);
  }

  /** Out of the queue: held by a worker, or ended. */
  Place left() {
    return new Place(jobClass, priority, Optional.empty(), Optional.empty());
  }
}
