package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.LEASES;

import java.time.Duration;
import java.util.function.Function;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.cluster.ForgetCoordinators;
import org.dffmpeg.coordinator.core.lease.ExpireLeases;
import org.dffmpeg.coordinator.core.lease.ExpireWorkers;
import org.dffmpeg.coordinator.core.lease.Janitor;
import org.dffmpeg.coordinator.core.lease.ServicePresence;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;
import org.junit.jupiter.api.Test;

class JanitorTest {
  private final MutableClock clock = new MutableClock();
  private final Stores stores = new InMemoryStores();
  private final TestCoordinator core = new TestCoordinator(stores, clock);

  @Test
  void a_database_that_hangs_in_the_midst_of_a_sweep_costs_nobody_a_lease() {
    core.pass(clock, Duration.ofMinutes(10));
    JobId watched = core.submitMonitored();

    janitorOver(new Hanging(Duration.ofMinutes(5))).run(Janitor.Action.RUN_ALL);

    assertThat(core.job(watched).state()).isEqualTo(JobState.PENDING);
  }

  @Test
  void without_a_lease_no_silence_of_a_worker_costs_a_job() {
    LeasePolicy none =
        new LeasePolicy(Duration.ZERO, LEASES.assignmentTimeout(), LEASES.cancelTimeout());
    JobId running = core.running(core.online("w1", 1));
    ExpireLeases sweep =
        new ExpireLeases(stores.transactions(), stores.jobs(), core.move, none, core.meter);
    clock.advance(Duration.ofDays(1));

    sweep.run(awakeForDays());

    assertThat(core.job(running).state()).isEqualTo(JobState.RUNNING);
  }

  private ServicePresence awakeForDays() {
    return new ServicePresence(clock.instant(), clock.instant().minus(Duration.ofDays(9)), 0);
  }

  private Janitor janitorOver(Transactions workers) {
    Transactions tx = stores.transactions();
    return new Janitor(
        core.presence,
        new ExpireWorkers(workers, stores.workers(), LEASES, core.meter),
        new ExpireLeases(tx, stores.jobs(), core.move, LEASES, core.meter),
        new ForgetCoordinators(tx, stores.coordinators(), clock),
        core.bus);
  }

  /** Lets the time of an outage pass before each unit. */
  private final class Hanging implements Transactions {
    private final Duration outage;

    Hanging(Duration outage) {
      this.outage = outage;
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
      clock.advance(outage);
      return stores.transactions().write(work);
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
      clock.advance(outage);
      return stores.transactions().read(work);
    }
  }
}
