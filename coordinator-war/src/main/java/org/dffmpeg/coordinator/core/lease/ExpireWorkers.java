package org.dffmpeg.coordinator.core.lease;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.fleet.WorkerEvent;
import org.dffmpeg.common.fleet.WorkerLifecycle;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.metrics.Counter;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * Takes workers offline that did not prove for too long that they listen (PROTOCOL 13.1). What they
 * hold is judged by the leases of the jobs: such a worker may well run on. Thread-safe.
 */
public final class ExpireWorkers {
  private static final int PAGE = 200;

  private final Transactions transactions;
  private final WorkerStore workers;
  private final LeasePolicy leases;
  private final Meter meter;

  public ExpireWorkers(
      Transactions transactions, WorkerStore workers, LeasePolicy leases, Meter meter) {
    this.transactions = transactions;
    this.workers = workers;
    this.leases = leases;
    this.meter = meter;
  }

  /**
   * The number of workers that it took offline.
   *
   * @param noted how long the service has answered without a gap, and until when: what happened
   *     later is not judged
   */
  public int run(ServicePresence noted) {
    Instant now = noted.lastTick();
    int longest = leases.longestRegistrationWithin(noted.awake());
    int expired = 0;
    boolean more = true;
    while (more) {
      List<WorkerId> page = overdue(now, longest);
      int before = expired;
      for (WorkerId id : page) {
        expired += expire(id, now) ? 1 : 0;
      }
      more = page.size() == PAGE && expired > before;
    }
    return expired;
  }

  private List<WorkerId> overdue(Instant now, int longest) {
    return transactions.read(
        unit -> workers.overdue(now, longest, PAGE).stream().map(Worker::id).toList());
  }

  private boolean expire(WorkerId id, Instant now) {
    try {
      return transactions.write(
          unit ->
              workers
                  .find(id)
                  .filter(worker -> isOverdue(worker, now))
                  .map(worker -> takeOffline(unit, worker))
                  .orElse(false));
    } catch (ConflictException heardMeanwhile) {
      return false;
    }
  }

  private static boolean isOverdue(Worker worker, Instant now) {
    Optional<Instant> until = worker.lease().until();
    return WorkerLifecycle.next(worker.state(), WorkerEvent.EXPIRE).isPresent()
        && until.filter(end -> end.isBefore(now)).isPresent();
  }

  private boolean takeOffline(UnitOfWork unit, Worker seen) {
    ConflictException.unless(
        workers.replace(seen, seen.offline(seen.lease().lastSeen())), seen.id());
    unit.afterCommit(() -> meter.increment(Counter.WORKERS_EXPIRED));
    return true;
  }
}
