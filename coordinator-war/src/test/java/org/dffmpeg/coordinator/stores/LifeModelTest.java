package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ADMIN;
import static org.dffmpeg.coordinator.stores.TestCoordinator.caller;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobRetry;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.job.EndedAttempt;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.lease.Janitor;

/**
 * Random lives of jobs on workers that come, go, fail and fall silent: every job ends once, no
 * attempt lives beside another, no slot is lost.
 */
class LifeModelTest {
  private static final List<String> WORKERS = List.of("w1", "w2", "w3");
  private static final int STEPS = 60;

  private final MutableClock clock = new MutableClock();
  private final List<JobId> submitted = new ArrayList<>();
  private TestCoordinator core = new TestCoordinator(new InMemoryStores(), clock);
  private int incarnations;

  @BeforeTry
  void nobody_is_there() {
    submitted.clear();
    core = new TestCoordinator(new InMemoryStores(), clock);
  }

  @Property(tries = 40)
  void every_job_ends_once_and_no_two_of_its_attempts_live_at_once(@ForAll long seed) {
    Random random = new Random(seed);
    core.janitor.run(Janitor.Action.RUN_ALL);

    for (int step = 0; step < STEPS; step++) {
      act(random);
      submitted.forEach(this::checkAttempts);
      checkSlots();
    }
    endAll();

    assertThat(submitted).allSatisfy(this::hasEndedOnce);
    checkSlots();
  }

  private void act(Random random) {
    WorkerId worker = new WorkerId(WORKERS.get(random.nextInt(WORKERS.size())));
    switch (random.nextInt(10)) {
      case 0, 1 -> submitted.add(submit(random));
      case 2 -> core.online(worker.value(), "life " + incarnations++, 1 + random.nextInt(2));
      case 3 -> core.deregisterWorker.run(caller(worker), worker);
      case 4, 5, 6 -> work(random);
      case 7 -> cancel(random);
      default -> tick(Duration.ofSeconds(1 + random.nextInt(60)));
    }
  }

  private JobId submit(Random random) {
    JobRetry retry =
        random.nextBoolean()
            ? null
            : new JobRetry(1 + random.nextInt(4), random.nextInt(20), List.of());
    return core.submit(JobOptions.DEFAULT.withRetry(retry));
  }

  private void work(Random random) {
    core.queueDueJobs.run();
    core.assignJobs.run();
    for (JobId id : submitted) {
      Job job = core.job(id);
      if (job.state().isHeldByWorker() && random.nextBoolean()) {
        work(random, job, job.attempt().worker().orElseThrow());
      }
    }
  }

  /** Some calls name the attempt before, as if they were late: they are refused. */
  private void work(Random random, Job job, WorkerId worker) {
    int attempt = job.attempt().number() - (random.nextInt(6) == 0 ? 1 : 0);
    AttemptClaim claim = new AttemptClaim(attempt);
    switch (random.nextInt(5)) {
      case 0 -> core.rejectJob.run(worker, job.id(), claim);
      case 1 -> core.acceptJob.run(worker, job.id(), claim);
      case 2 -> core.workerHeartbeat.run(worker, job.id(), claim);
      case 3 -> report(worker, job, JobState.COMPLETED, EndReason.EXITED, attempt);
      default -> report(worker, job, JobState.FAILED, reason(random), attempt);
    }
  }

  private static EndReason reason(Random random) {
    List<EndReason> reasons = List.of(EndReason.values());
    return reasons.get(random.nextInt(reasons.size()));
  }

  private void report(WorkerId worker, Job job, JobState state, EndReason reason, int attempt) {
    core.reportOutcome.run(worker, job.id(), new ReportStatus(state, null, reason, null, attempt));
  }

  private void cancel(Random random) {
    if (!submitted.isEmpty()) {
      done(core.cancelJob.run(ADMIN, submitted.get(random.nextInt(submitted.size()))));
    }
  }

  private void tick(Duration time) {
    core.pass(clock, time);
    core.janitor.run(Janitor.Action.RUN_ALL);
    core.queueDueJobs.run();
    core.assignJobs.run();
  }

  private void checkAttempts(JobId id) {
    List<EndedAttempt> ended = ended(id);
    Job job = core.job(id);
    int live = job.state().isHeldByWorker() ? 1 : 0;
    assertThat(ended.size() + live).isEqualTo(job.attempt().number());
    for (int next = 1; next < ended.size(); next++) {
      assertThat(ended.get(next).number()).isEqualTo(ended.get(next - 1).number() + 1);
      assertThat(ended.get(next).assignedAt()).isAfterOrEqualTo(ended.get(next - 1).end().at());
    }
  }

  private List<EndedAttempt> ended(JobId id) {
    return core
        .stores
        .transactions()
        .read(unit -> core.stores.attempts().lastOf(id, Integer.MAX_VALUE))
        .stream()
        .sorted(Comparator.comparing(EndedAttempt::number))
        .toList();
  }

  private void checkSlots() {
    for (String name : WORKERS) {
      WorkerId worker = new WorkerId(name);
      long held =
          submitted.stream()
              .map(core::job)
              .filter(job -> job.isOf(worker) && job.state().isHeldByWorker())
              .count();
      int used =
          core.stores
              .transactions()
              .read(unit -> core.stores.workers().find(worker))
              .map(known -> known.slotsUsed().total())
              .orElse(0);
      assertThat((long) used).isEqualTo(held);
    }
  }

  /** Everybody dies, everything is canceled: after its deadline nothing is left. */
  private void endAll() {
    submitted.forEach(id -> done(core.cancelJob.run(ADMIN, id)));
    for (int ticks = 0; ticks < 5; ticks++) {
      tick(Duration.ofSeconds(10));
    }
  }

  private void hasEndedOnce(JobId id) {
    assertThat(core.heardStates(id).stream().filter(JobState::isTerminal)).hasSize(1);
    assertThat(core.job(id).end().flatMap(end -> end.reason())).isPresent();
    assertThat(core.job(id).end().flatMap(end -> end.detail())).isPresent();
  }
}
