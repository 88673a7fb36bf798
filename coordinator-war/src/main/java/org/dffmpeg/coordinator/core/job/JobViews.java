package org.dffmpeg.coordinator.core.job;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.coordinator.core.fleet.WhyWaiting;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;

/** Jobs as the API shows them (PROTOCOL 5.3). Pure. */
final class JobViews {
  private JobViews() {}

  /** Each with what it waits for, if it is pending; called inside a unit. */
  static List<JobView> of(List<Job> jobs, WorkerStore workers) {
    boolean anyPending = jobs.stream().anyMatch(JobViews::isPending);
    List<Worker> online = anyPending ? workers.online() : List.of();
    return jobs.stream().map(job -> of(job, waitingFor(job, online))).toList();
  }

  static JobView of(Job job, Optional<String> waitingFor) {
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
        attempt.startedAt().orElse(null),
        job.end().map(JobEnd::at).orElse(null),
        Notices.reason(job).orElse(null),
        Notices.reasonDetail(job).orElse(null),
        waitingFor.orElse(null),
        spec.options().withClass(job.place().jobClass()).withPriority(job.place().priority()));
  }

  private static Optional<String> waitingFor(Job job, List<Worker> online) {
    return isPending(job)
        ? job.place()
            .notBefore()
            .map(time -> "its time: it shall not start before " + time)
            .or(() -> Optional.of(WhyWaiting.sentence(job.requirements(), online)))
        : Optional.empty();
  }

  private static boolean isPending(Job job) {
    return job.state() == JobState.PENDING;
  }
}
