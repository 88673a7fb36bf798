package org.dffmpeg.coordinator.core.job;

import java.time.Instant;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.AttemptView;

/**
 * An attempt that is over, kept as long as its job. Immutable.
 *
 * @param startedAt when the worker accepted, if it did
 * @param end how it ended, and the job with it or not; a job that was given back unstarted has no
 *     reason
 */
public record EndedAttempt(
    JobId job,
    int number,
    WorkerId worker,
    Instant assignedAt,
    Optional<Instant> startedAt,
    JobEnd end) {

  /** The attempt that a worker held until this move. */
  static EndedAttempt of(Job seen, Job next, Cause cause) {
    Attempt attempt = seen.attempt();
    return new EndedAttempt(
        seen.id(),
        attempt.number(),
        attempt.worker().orElseThrow(),
        attempt.assignedAt().orElse(seen.lastUpdate()),
        attempt.startedAt(),
        next.end()
            .orElseGet(
                () ->
                    new JobEnd(
                        next.lastUpdate(), cause.exitCode(), cause.reason(), cause.detail())));
  }

  AttemptView view() {
    return new AttemptView(
        number,
        worker,
        assignedAt,
        startedAt.orElse(null),
        end.at(),
        end.reason().orElse(null),
        end.detail().orElse(null),
        Notices.exitCode(end));
  }
}
