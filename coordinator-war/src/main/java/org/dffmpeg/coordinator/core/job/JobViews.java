package org.dffmpeg.coordinator.core.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.coordinator.core.fleet.Pause;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.fleet.WhyWaiting;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;

/** Jobs as the API shows them (PROTOCOL 5.3). Thread-safe. */
public final class JobViews {
  private final WorkerStore workers;
  private final PauseStore pauses;
  private final Prospects prospects;

  public JobViews(WorkerStore workers, PauseStore pauses, Prospects prospects) {
    this.workers = workers;
    this.pauses = pauses;
    this.prospects = prospects;
  }

  /** Each with what it waits for, if it is pending; called inside a unit. */
  List<JobView> list(List<Job> jobs) {
    boolean anyPending = jobs.stream().anyMatch(JobViews::isPending);
    List<Worker> online = anyPending ? workers.online() : List.of();
    Optional<Pause> pause = anyPending ? pauses.find() : Optional.empty();
    return jobs.stream()
        .map(job -> of(job, waitingFor(job, pause, online, OptionalInt.empty())))
        .toList();
  }

  /** One with all that a pending job can expect; called inside a unit. */
  JobView one(Job job) {
    if (!isPending(job)) {
      return of(job, Optional.empty());
    }
    List<Worker> online = workers.online();
    Optional<Pause> pause = pauses.find();
    int ahead = prospects.ahead(job);
    return of(
        job,
        waitingFor(job, pause, online, OptionalInt.of(ahead)),
        OptionalInt.of(ahead + 1),
        pause.isPresent() ? Optional.empty() : prospects.start(job, ahead, online));
  }

  static JobView of(Job job, Optional<String> waitingFor) {
    return of(job, waitingFor, OptionalInt.empty(), Optional.empty());
  }

  private static JobView of(
      Job job, Optional<String> waitingFor, OptionalInt position, Optional<Instant> start) {
    JobSpec spec = job.spec();
    Attempt attempt = job.attempt();
    return new JobView(
        spec.callback(),
        job.id(),
        spec.requester(),
        spec.binary(),
        spec.arguments(),
        spec.paths(),
        spec.workingDirectory().orElse(null),
        job.state(),
        job.end().map(Notices::exitCode).orElse(null),
        attempt.worker().orElse(null),
        spec.createdAt(),
        job.lastUpdate(),
        attempt.lastSeen().orElse(null),
        job.watch().lastSeen().orElse(null),
        spec.heartbeatInterval(),
        job.watch().monitored(),
        attempt.number(),
        List.of(),
        attempt.startedAt().orElse(null),
        job.end().map(JobEnd::at).orElse(null),
        Notices.reason(job).orElse(null),
        Notices.reasonDetail(job).orElse(null),
        waitingFor.orElse(null),
        position.isPresent() ? position.getAsInt() : null,
        start.orElse(null),
        spec.options().withClass(job.place().jobClass()).withPriority(job.place().priority()));
  }

  private static Optional<String> waitingFor(
      Job job, Optional<Pause> pause, List<Worker> online, OptionalInt ahead) {
    return isPending(job)
        ? pause
            .map(by -> "the queue is paused by " + by.by())
            .or(
                () ->
                    job.place()
                        .notBefore()
                        .map(time -> "its time: it shall not start before " + time))
            .or(() -> Optional.of(WhyWaiting.sentence(job.requirements(), online, ahead)))
        : Optional.empty();
  }

  private static boolean isPending(Job job) {
    return job.state() == JobState.PENDING;
  }
}
