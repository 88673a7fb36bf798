package org.dffmpeg.coordinator.core.job;

import java.time.Instant;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.coordinator.core.delivery.Channel;

/**
 * A job as the coordinator knows it. It is pending until a worker fits, held by that worker while
 * assigned, running or canceling, and then ended for good; on the way back to pending it forgets
 * the worker. Immutable; {@link Move} makes the next one.
 *
 * @param lastUpdate when the state last changed; heartbeats do not move it (PROTOCOL 12)
 * @param cancelDeadline when a canceling job is ended without the worker's word
 * @param end present exactly when the state is terminal
 * @param lastMessageId the newest id of the job's channel
 * @param version counted by the store
 */
public record Job(
    JobId id,
    JobSpec spec,
    JobState state,
    Instant lastUpdate,
    Attempt attempt,
    Watch watch,
    Optional<Instant> cancelDeadline,
    Optional<JobEnd> end,
    Optional<MessageId> lastMessageId,
    long version) {

  public Channel channel() {
    return Channel.of(id);
  }

  /** Whether this worker holds or held the job's present attempt. */
  public boolean isOf(WorkerId worker) {
    return attempt.worker().filter(worker::equals).isPresent();
  }
}
