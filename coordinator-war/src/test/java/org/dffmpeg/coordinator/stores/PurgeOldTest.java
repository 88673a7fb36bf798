package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.retention.Aged;
import org.dffmpeg.coordinator.core.retention.Backlog;
import org.dffmpeg.coordinator.core.retention.PurgeOld;
import org.dffmpeg.coordinator.core.retention.RetentionPolicy;
import org.dffmpeg.coordinator.core.retention.Sweep;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;
import org.junit.jupiter.api.Test;

/** What is over goes, and nothing else. */
class PurgeOldTest {
  private static final Optional<Duration> DAY = Optional.of(Duration.ofDays(1));
  private static final Optional<Duration> TWO_HOURS = Optional.of(Duration.ofHours(2));

  private final MutableClock clock = new MutableClock();
  private final Stores stores = new InMemoryStores();
  private final TestCoordinator core = new TestCoordinator(stores, clock);

  @Test
  void logs_and_news_go_first_and_the_job_later() {
    PurgeOld purge = purge(new RetentionPolicy(DAY, 0, TWO_HOURS, TWO_HOURS, DAY));
    JobId job = completed();

    clock.advance(Duration.ofMinutes(119));
    Sweeps.runAll(purge);
    assertThat(core.heard(job)).isNotEmpty();

    clock.advance(Duration.ofMinutes(2));
    Sweeps.runAll(purge);
    assertThat(core.heard(job)).isEmpty();
    assertThat(find(job)).isPresent();

    clock.advance(Duration.ofHours(22));
    Sweeps.runAll(purge);
    assertThat(find(job)).isEmpty();
  }

  @Test
  void a_job_that_runs_keeps_everything_however_old_it_is() {
    PurgeOld purge = purge(new RetentionPolicy(DAY, 1, TWO_HOURS, TWO_HOURS, DAY));
    JobId job = core.running(core.online("w1", 1));

    clock.advance(Duration.ofDays(100));
    Sweeps.runAll(purge);

    assertThat(core.heard(job)).hasSize(2);
    assertThat(worker("w1")).isTrue();
  }

  @Test
  void of_too_many_jobs_the_oldest_go_but_none_within_the_hour() {
    PurgeOld purge = purge(new RetentionPolicy(DAY, 2, DAY, DAY, DAY));
    List<JobId> jobs = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      jobs.add(completed());
      clock.advance(Duration.ofMinutes(1));
    }

    Sweeps.runAll(purge);
    assertThat(jobs).allMatch(job -> find(job).isPresent());

    clock.advance(Duration.ofHours(2));
    Sweeps.runAll(purge);
    assertThat(jobs.subList(0, 3)).allMatch(job -> find(job).isEmpty());
    assertThat(jobs.subList(3, 5)).allMatch(job -> find(job).isPresent());
  }

  @Test
  void a_worker_that_stayed_away_is_forgotten_and_one_that_is_here_is_not() {
    PurgeOld purge = purge(new RetentionPolicy(DAY, 0, DAY, DAY, DAY));
    core.online("here", 1);
    WorkerId away = core.online("away", 1);
    TestCoordinator.done(core.deregisterWorker.run(TestCoordinator.caller(away), away));

    clock.advance(Duration.ofHours(25));
    Sweeps.runAll(purge);

    assertThat(worker("away")).isFalse();
    assertThat(worker("here")).isTrue();
  }

  @Test
  void a_sweep_that_was_killed_goes_on_at_its_checkpoint_or_at_the_mark() {
    PurgeOld purge = purge(new RetentionPolicy(DAY, 0, TWO_HOURS, TWO_HOURS, DAY));
    List<JobId> jobs = List.of(completed(), completed(), completed());
    clock.advance(Duration.ofHours(3));
    Backlog killed = purge.begin(Sweep.LOGS, Optional.empty());
    purge.delete(Sweep.LOGS, List.of(killed.next().orElseThrow()));
    Aged checkpoint = killed.checkpoint();

    assertThat(ids(purge.begin(Sweep.LOGS, Optional.of(checkpoint))))
        .containsExactly(jobs.get(1), jobs.get(2));
    assertThat(ids(purge.begin(Sweep.LOGS, Optional.empty())))
        .containsExactly(jobs.get(1), jobs.get(2));
  }

  @Test
  void what_has_left_many_rows_goes_in_many_transactions() {
    JobId small = completed();
    JobId big = completed();
    say(big, 12_000);
    clock.advance(Duration.ofHours(3));
    CountingUnits units = new CountingUnits(stores.transactions());
    RetentionPolicy policy = new RetentionPolicy(TWO_HOURS, 0, TWO_HOURS, TWO_HOURS, DAY);
    PurgeOld purge = new PurgeOld(units, stores.retention(), policy, clock);
    List<Aged> all = Sweeps.rest(purge.begin(Sweep.JOBS, Optional.empty()));

    purge.delete(Sweep.JOBS, all);

    assertThat(units.writes).isEqualTo(3);
    assertThat(core.heard(big)).isEmpty();
    assertThat(List.of(small, big)).allMatch(job -> find(job).isEmpty());
  }

  private void say(JobId job, int batches) {
    List<DownlinkMessage> output =
        IntStream.rangeClosed(1, batches).mapToObj(Samples::logs).toList();
    stores
        .transactions()
        .write(
            unit -> {
              stores.messages().append(Channel.of(job), output);
              return unit;
            });
  }

  private static final class CountingUnits implements Transactions {
    private final Transactions units;
    private int writes;

    CountingUnits(Transactions units) {
      this.units = units;
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
      writes++;
      return units.write(work);
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
      return units.read(work);
    }
  }

  @Test
  void two_coordinators_may_sweep_the_same_at_once() {
    PurgeOld purge = purge(new RetentionPolicy(TWO_HOURS, 0, TWO_HOURS, TWO_HOURS, DAY));
    JobId job = completed();
    clock.advance(Duration.ofHours(3));
    Backlog one = purge.begin(Sweep.JOBS, Optional.empty());
    Backlog other = purge.begin(Sweep.JOBS, Optional.empty());

    purge.delete(Sweep.JOBS, List.of(one.next().orElseThrow()));
    purge.delete(Sweep.JOBS, List.of(other.next().orElse(one.checkpoint())));

    assertThat(find(job)).isEmpty();
  }

  private JobId completed() {
    WorkerId worker = core.online("w1", 1);
    JobId job = core.running(worker);
    core.report(worker, job, JobState.COMPLETED, 0);
    clock.advance(Duration.ofMillis(1));
    return job;
  }

  private PurgeOld purge(RetentionPolicy policy) {
    return new PurgeOld(stores.transactions(), stores.retention(), policy, clock);
  }

  private static List<JobId> ids(Backlog backlog) {
    return Sweeps.rest(backlog).stream().map(aged -> new JobId(aged.id())).toList();
  }

  private Optional<?> find(JobId job) {
    return stores.transactions().read(unit -> stores.jobs().find(job));
  }

  private boolean worker(String id) {
    return stores.transactions().read(unit -> stores.workers().find(new WorkerId(id)).isPresent());
  }
}
