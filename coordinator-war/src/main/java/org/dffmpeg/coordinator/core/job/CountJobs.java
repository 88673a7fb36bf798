package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.JobCounts;
import org.dffmpeg.common.protocol.MetricsView;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.job.JobStore.JobCount;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Counts jobs for {@code /metrics} (PROTOCOL 5.4). Thread-safe. */
public final class CountJobs {
  private final Transactions transactions;
  private final JobStore jobs;
  private final IdentityStore identities;
  private final CoordinatorPolicy policy;
  private final Clock clock;

  public CountJobs(
      Transactions transactions,
      JobStore jobs,
      IdentityStore identities,
      CoordinatorPolicy policy,
      Clock clock) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.identities = identities;
    this.policy = policy;
    this.clock = clock;
  }

  /** Also of every allowed binary and every identity with the role of a worker, if only zeroes. */
  public MetricsView run() {
    Instant now = clock.instant();
    return transactions.read(
        unit ->
            view(
                jobs.counts(now.minus(Duration.ofMinutes(1))),
                jobs.counts(now.minus(Duration.ofMinutes(5))),
                identities.withRole(Role.WORKER)));
  }

  private MetricsView view(
      List<JobCount> minute, List<JobCount> fiveMinutes, List<ClientId> workers) {
    Map<String, JobCounts> perBinary = new TreeMap<>();
    policy
        .allowedBinaries()
        .forEach(
            binary ->
                perBinary.put(
                    binary, counts(minute, fiveMinutes, count -> count.binary().equals(binary))));
    Map<String, JobCounts> perWorker = new TreeMap<>();
    workers.forEach(id -> perWorker.put(id.value(), counts(minute, fiveMinutes, heldBy(id))));
    return new MetricsView(counts(minute, fiveMinutes, count -> true), perBinary, perWorker);
  }

  private static Predicate<JobCount> heldBy(ClientId id) {
    return count -> count.worker().map(WorkerId::identity).filter(id::equals).isPresent();
  }

  private static JobCounts counts(
      List<JobCount> minute, List<JobCount> fiveMinutes, Predicate<JobCount> which) {
    return new JobCounts(
        sum(minute, which.and(JobCount::active)), sum(minute, which), sum(fiveMinutes, which));
  }

  private static long sum(List<JobCount> counts, Predicate<JobCount> which) {
    return counts.stream().filter(which).mapToLong(JobCount::jobs).sum();
  }
}
