package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ADMIN;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.scheduling.AssignJobs;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;
import org.junit.jupiter.api.Test;

/** What happens between the look at a job and a worker and the claim of both. */
class ClaimRaceTest {
  private final MutableClock clock = new MutableClock();
  private final InMemoryStores stores = new InMemoryStores();
  private final TestCoordinator core = new TestCoordinator(stores, clock);
  private final WorkerId worker = core.online("w1", 2);
  private final JobId job = core.submit();
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void a_worker_that_registered_meanwhile_gets_the_job() {
    assertThat(assignAfter(() -> core.online("w1", "1", 2))).isEqualTo(1);

    assertThat(core.job(job).isOf(worker)).isTrue();
    assertThat(core.worker(worker).slotsUsed()).isEqualTo(Slots.cpu(1));
  }

  @Test
  void a_worker_that_was_held_meanwhile_gets_nothing() {
    assertThat(
            assignAfter(() -> done(core.holdWorker.run(worker, Optional.of(WorkerHold.DRAINING)))))
        .isZero();

    assertThat(core.job(job).state()).isEqualTo(JobState.PENDING);
    assertThat(tries).as("as it was seen, and as it is").hasValue(2);
  }

  @Test
  void a_job_that_was_given_away_meanwhile_is_not_given_away_twice() {
    assertThat(assignAfter(core.assignJobs::run)).isZero();

    assertThat(core.job(job).attempt().number()).isEqualTo(1);
    assertThat(core.worker(worker).slotsUsed()).isEqualTo(Slots.cpu(1));
  }

  @Test
  void a_job_that_was_canceled_meanwhile_lets_the_next_one_pass() {
    JobId next = core.submit();

    assertThat(assignAfter(() -> done(core.cancelJob.run(ADMIN, job)))).isEqualTo(1);

    assertThat(core.job(next).isOf(worker)).isTrue();
  }

  /** One pass of a scheduler whose first claim is preceded by that. */
  private int assignAfter(Runnable rival) {
    Transactions slow = new Preceded(stores.transactions(), rival);
    return new AssignJobs(slow, stores.jobs(), stores.workers(), core.move, clock).run();
  }

  private final class Preceded implements Transactions {
    private final Transactions real;
    private Optional<Runnable> rival;

    Preceded(Transactions real, Runnable rival) {
      this.real = real;
      this.rival = Optional.of(rival);
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
      Optional<Runnable> first = rival;
      rival = Optional.empty();
      first.ifPresent(Runnable::run);
      return real.write(
          unit -> {
            tries.incrementAndGet();
            return work.apply(unit);
          });
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
      return real.read(work);
    }
  }
}
