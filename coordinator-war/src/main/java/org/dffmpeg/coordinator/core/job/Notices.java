package org.dffmpeg.coordinator.core.job;

import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobEvent;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.coordinator.core.delivery.Draft;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.jspecify.annotations.Nullable;

/** Who hears what of a move (PROTOCOL 6 "Who gets what"). Pure. */
final class Notices {
  private Notices() {}

  /** The requester hears of every change of state. */
  static Draft toRequester(Job job, Cause cause) {
    return new Draft(
        cause.sender(), job.spec().requester(), Optional.of(job.id()), status(job, job.state()));
  }

  /** The worker hears that it shall run the job. */
  static Draft request(Job job, WorkerId worker, LeasePolicy leases) {
    JobSpec spec = job.spec();
    Payload request =
        new Payload.JobRequest(
            job.id(),
            spec.binary(),
            spec.arguments(),
            spec.paths(),
            spec.workingDirectory().filter(Notices::isMapped).orElse(null),
            leases.workerInterval(spec.heartbeatInterval()),
            job.attempt().number(),
            spec.options().limits().runTimeout(),
            spec.options().limits().stallTimeout(),
            job.slots(),
            job.attempt().outputs(),
            (int) leases.jobLease().toSeconds());
    return new Draft(Optional.empty(), worker.identity(), Optional.of(job.id()), request);
  }

  /** The worker hears that it shall end the job, or that it holds it no more. */
  static Optional<Draft> toWorker(Job job, WorkerId worker, JobEvent event, Cause cause) {
    return workerStatus(job.state(), event)
        .map(
            state ->
                new Draft(
                    cause.sender(), worker.identity(), Optional.of(job.id()), status(job, state)));
  }

  /** A job that went back to the queue is canceled as far as its former worker is concerned. */
  private static Optional<JobState> workerStatus(JobState to, JobEvent event) {
    return switch (event) {
      case CANCEL, CLIENT_GONE, RUN_OVERDUE -> Optional.of(to).filter(JobState::isHeldByWorker);
      case ACCEPT_OVERDUE, CANCEL_OVERDUE, WORKER_LOST ->
          Optional.of(to == JobState.PENDING ? JobState.CANCELED : to);
      case ASSIGN,
          ACCEPT,
          REJECT,
          QUEUE_OVERDUE,
          REPORT_COMPLETED,
          REPORT_FAILED,
          REPORT_CANCELED,
          RETRY,
          GIVE_UP ->
          Optional.empty();
    };
  }

  static Payload.JobStatus status(Job job, JobState state) {
    return new Payload.JobStatus(
        state,
        job.end().map(Notices::exitCode).orElse(null),
        job.lastUpdate(),
        reason(job).orElse(null),
        reasonDetail(job).orElse(null));
  }

  static Optional<EndReason> reason(Job job) {
    return job.end().flatMap(JobEnd::reason).or(() -> job.cancellation().map(Cancellation::reason));
  }

  static Optional<String> reasonDetail(Job job) {
    return job.end().flatMap(JobEnd::detail).or(() -> job.cancellation().map(Cancellation::detail));
  }

  static @Nullable Integer exitCode(JobEnd end) {
    OptionalInt code = end.exitCode();
    return code.isPresent() ? code.getAsInt() : null;
  }

  /** A directory that is not mapped means nothing on another machine (PROTOCOL 6). */
  private static boolean isMapped(String directory) {
    return directory.startsWith("$") || directory.startsWith("file:$");
  }
}
