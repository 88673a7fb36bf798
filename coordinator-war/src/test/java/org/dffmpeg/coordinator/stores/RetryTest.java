package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;
import static org.dffmpeg.coordinator.stores.TestCoordinator.caller;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.AttemptView;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.JobLimits;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobRetry;
import org.dffmpeg.common.protocol.Payload.JobRequest;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobEnd;
import org.dffmpeg.coordinator.core.lease.Janitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a job is run again, when not, where and how late. */
class RetryTest {
  private final MutableClock clock = new MutableClock();
  private final TestCoordinator core = new TestCoordinator(new InMemoryStores(), clock);

  @BeforeEach
  void the_service_is_awake() {
    core.janitor.run(Janitor.Action.RUN_ALL);
  }

  @ParameterizedTest
  @EnumSource(
      value = EndReason.class,
      names = {"START_FAILED", "DISK_FULL", "SESSION_LIMIT", "FENCED"})
  void what_failed_for_a_reason_outside_of_the_command_runs_three_times(EndReason reason) {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();

    for (int attempt = 1; attempt <= 3; attempt++) {
      start(w1, id);
      fail(w1, id, reason);
      clock.advance(Duration.ofSeconds(10));
    }

    assertThat(core.job(id).state()).isEqualTo(JobState.FAILED);
    assertThat(end(id).reason()).contains(reason);
    assertThat(attempts(id)).extracting(AttemptView::reason).containsOnly(reason).hasSize(3);
  }

  @Test
  void the_requester_hears_pending_again_and_one_end() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();
    start(w1, id);
    fail(w1, id, EndReason.DISK_FULL);
    clock.advance(Duration.ofSeconds(5));
    start(w1, id);

    core.report(w1, id, JobState.COMPLETED, 0);

    assertThat(core.heardStates(id))
        .containsExactly(
            JobState.ASSIGNED,
            JobState.RUNNING,
            JobState.PENDING,
            JobState.ASSIGNED,
            JobState.RUNNING,
            JobState.COMPLETED);
  }

  @ParameterizedTest
  @EnumSource(
      value = EndReason.class,
      names = {"EXITED", "SIGNALLED", "STALLED", "RUN_TIMEOUT"})
  void what_lies_in_the_command_is_not_repeated_unasked(EndReason reason) {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.running(w1);

    fail(w1, id, reason);

    assertThat(core.job(id).state()).isEqualTo(JobState.FAILED);
    assertThat(end(id).reason()).contains(reason);
  }

  @Test
  void a_policy_that_names_reasons_means_these_and_no_other() {
    WorkerId w1 = core.online("w1", 2);
    JobRetry onStall = new JobRetry(2, 0, List.of(EndReason.STALLED));
    JobId stalled = submit(onStall);
    JobId full = submit(onStall);
    core.assignJobs.run();
    core.accept(w1, stalled);
    core.accept(w1, full);

    fail(w1, stalled, EndReason.STALLED);
    fail(w1, full, EndReason.DISK_FULL);

    assertThat(core.job(stalled).state()).isEqualTo(JobState.PENDING);
    assertThat(core.job(full).state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void one_run_is_one_run() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = submit(new JobRetry(1, 0, List.of()));
    start(w1, id);

    done(core.deregisterWorker.run(caller(w1), w1));

    assertThat(end(id).reason()).contains(EndReason.WORKER_LOST);
  }

  @Test
  void each_further_run_waits_twice_as_long() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = submit(new JobRetry(4, 20, List.of()));

    for (int pause : List.of(20, 40, 80)) {
      start(w1, id);
      fail(w1, id, EndReason.START_FAILED);
      assertThat(core.job(id).place().notBefore()).contains(clock.instant().plusSeconds(pause));
      clock.advance(Duration.ofSeconds(pause));
    }
  }

  @Test
  void a_lost_worker_is_no_reason_to_wait_the_first_time() {
    core.online("w1", "one", 1);
    JobId id = core.running(new WorkerId("w1"));

    core.register("w1", "two", 1);
    assertThat(core.assignJobs.run()).isEqualTo(1);
    core.accept(new WorkerId("w1"), id);
    core.register("w1", "three", 1);

    assertThat(core.job(id).place().notBefore()).contains(clock.instant().plusSeconds(5));
  }

  /** What a worker tells of its former life is told before it registers. */
  @Test
  void a_worker_that_lost_a_job_gets_none_until_it_registers_again() {
    WorkerId w1 = core.online("w1", "one", 1);
    JobId id = core.running(w1);

    fail(w1, id, EndReason.WORKER_LOST);
    assertThat(core.assignJobs.run()).isZero();
    core.online("w1", "two", 1);

    assertThat(core.assignJobs.run()).isEqualTo(1);
    assertThat(core.job(id).attempt().number()).isEqualTo(2);
  }

  @Test
  void it_goes_to_a_worker_on_which_it_did_not_fail_while_there_is_one() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = submit(new JobRetry(5, 0, List.of()));
    start(w1, id);
    WorkerId w2 = core.online("w2", 4);
    WorkerId w3 = core.online("w3", 4);
    fail(w1, id, EndReason.START_FAILED);
    core.assignJobs.run();
    WorkerId second = core.job(id).attempt().worker().orElseThrow();
    fail(second, id, EndReason.START_FAILED);
    core.assignJobs.run();
    WorkerId third = core.job(id).attempt().worker().orElseThrow();

    assertThat(List.of(second, third)).containsExactlyInAnyOrder(w2, w3);
    done(core.deregisterWorker.run(caller(w2), w2));
    done(core.deregisterWorker.run(caller(w3), w3));
    core.queueDueJobs.run();
    core.assignJobs.run();
    assertThat(core.job(id).isOf(w1)).isTrue();
  }

  @Test
  void a_worker_that_does_not_fence_may_run_on_so_its_job_fails_unless_it_asked_for_more() {
    WorkerId old = legacy("old", 2);
    JobId plain = core.submit();
    JobId bold = submit(new JobRetry(2, 0, List.of()));
    core.assignJobs.run();
    core.accept(old, plain);
    core.accept(old, bold);

    done(core.deregisterWorker.run(caller(old), old));

    assertThat(end(plain).reason()).contains(EndReason.WORKER_LOST);
    assertThat(core.job(bold).state()).isEqualTo(JobState.PENDING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "pipe:1",
        "[f=mpegts]pipe:1|$Out/a",
        "$Out/a|pipe:",
        "/dev/stdout",
        "file:/dev/fd/1"
      })
  void what_has_shown_a_part_of_its_output_is_not_begun_anew_unasked(String output) {
    WorkerId w1 = core.online("w1", 2);
    JobId piped = core.submit(arguments("-i", "$In/a", "-f", "mpegts", output));
    JobId filed = core.submit(arguments("-i", "$In/a", "$Out/a"));
    core.assignJobs.run();
    List.of(piped, filed).forEach(id -> core.accept(w1, id));
    List.of(piped, filed).forEach(this::hasShownOutput);

    done(core.deregisterWorker.run(caller(w1), w1));

    assertThat(core.job(piped).state()).isEqualTo(JobState.FAILED);
    assertThat(core.job(filed).state()).isEqualTo(JobState.PENDING);
  }

  @Test
  void a_job_that_is_to_end_is_not_run_again() {
    WorkerId w1 = core.online("w1", 2);
    JobId lost = core.running(w1);
    JobId failed = core.running(w1);
    done(core.cancelJob.run(ALICE, lost));
    done(core.cancelJob.run(ALICE, failed));

    fail(w1, failed, EndReason.DISK_FULL);
    done(core.deregisterWorker.run(caller(w1), w1));

    assertThat(core.job(lost).state()).isEqualTo(JobState.CANCELED);
    assertThat(core.job(failed).state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void a_job_that_no_worker_ever_starts_is_given_up_in_the_end() {
    JobId id = core.submit();
    for (int tries = 0; tries < 1_000 && !core.job(id).state().isTerminal(); tries++) {
      core.online("w1", 1);
      core.queueDueJobs.run();
      core.assignJobs.run();
      core.pass(clock, Duration.ofSeconds(10));
    }

    assertThat(core.job(id).state()).isEqualTo(JobState.FAILED);
    assertThat(end(id).reason()).contains(EndReason.WORKER_LOST);
    assertThat(core.job(id).attempt().number()).isEqualTo(20);
  }

  @Test
  void a_worker_that_rejects_again_and_again_is_asked_less_and_less_often() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();

    for (int seconds = 0; seconds < 600; seconds += 2) {
      rejectWhatComes(w1, id);
      core.pass(clock, Duration.ofSeconds(2));
    }

    assertThat(core.job(id).state()).isEqualTo(JobState.PENDING);
    assertThat(core.job(id).attempt().number()).isBetween(10, 20);
  }

  @Test
  void the_first_worker_that_rejects_costs_the_job_no_time() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.assigned(w1);

    done(core.rejectJob.run(w1, id, AttemptClaim.NONE));

    assertThat(core.job(id).place().notBefore()).isEmpty();
  }

  @Test
  void a_job_that_many_workers_rejected_is_not_given_up_when_one_does_not_answer() {
    core.online("w1", 1);
    JobId id = core.submit();
    for (int rejections = 0; rejections < 30; rejections++) {
      WorkerId w1 = core.online("w1", 1);
      rejectWhatComes(w1, id);
      clock.advance(Duration.ofMinutes(1));
    }
    core.online("w1", 1);
    core.queueDueJobs.run();
    core.assignJobs.run();
    assertThat(core.job(id).state()).isEqualTo(JobState.ASSIGNED);

    core.pass(clock, Duration.ofSeconds(30));

    assertThat(core.job(id).state()).isEqualTo(JobState.PENDING);
  }

  /** As long as something comes at once. */
  private void rejectWhatComes(WorkerId worker, JobId id) {
    core.queueDueJobs.run();
    for (int tries = 0; tries < 100 && core.assignJobs.run() > 0; tries++) {
      done(core.rejectJob.run(worker, id, AttemptClaim.NONE));
    }
  }

  @Test
  void a_job_that_runs_for_too_long_is_ended_even_by_a_worker_that_does_not_care() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit(JobOptions.DEFAULT.withLimits(new JobLimits(null, 60, null)));
    start(w1, id);

    pass(Duration.ofSeconds(80), w1, id);
    assertThat(core.job(id).state()).isEqualTo(JobState.RUNNING);
    pass(Duration.ofSeconds(20), w1, id);
    assertThat(core.job(id).state()).isEqualTo(JobState.CANCELING);
    assertThat(TestCoordinator.states(core.commands(w1))).contains(JobState.CANCELING);
    pass(Duration.ofSeconds(40), w1, id);

    assertThat(end(id).reason()).contains(EndReason.RUN_TIMEOUT);
    assertThat(core.worker(w1).slotsUsed().total()).isZero();
  }

  private JobId submit(JobRetry retry) {
    return core.submit(JobOptions.DEFAULT.withRetry(retry));
  }

  private static SubmitJob arguments(String... arguments) {
    return new SubmitJob(
        "ffmpeg",
        List.of(arguments),
        List.of(),
        null,
        List.of("http_polling"),
        false,
        null,
        null,
        JobOptions.DEFAULT);
  }

  @Test
  void the_jobs_of_a_worker_that_an_operator_gives_up_run_elsewhere_at_once() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();
    start(w1, id);
    WorkerId w2 = core.online("w2", 1);

    done(core.deregisterWorker.giveUp(caller(new WorkerId("boss")), w1));
    core.assignJobs.run();

    assertThat(core.worker(w1).state()).isEqualTo(WorkerState.OFFLINE);
    assertThat(core.worker(w1).slotsUsed().total()).isZero();
    assertThat(core.job(id).attempt().worker()).contains(w2);
    assertThat(attempts(id).get(0).reasonDetail()).isEqualTo("boss said that worker w1 is gone");
  }

  @Test
  void a_worker_that_was_given_up_but_lives_is_refused() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();
    start(w1, id);

    done(core.deregisterWorker.giveUp(caller(new WorkerId("boss")), w1));

    assertThat(
            core.workerHeartbeat
                .run(w1, id, new AttemptClaim(1))
                .<String>fold(ok -> "ok", refused -> refused.code().name()))
        .isIn("FORBIDDEN", "STALE_ATTEMPT");
  }

  @Test
  void nobody_gives_up_a_worker_that_is_unknown() {
    assertThat(
            core.deregisterWorker
                .giveUp(caller(new WorkerId("boss")), new WorkerId("nobody"))
                .<String>fold(ok -> "ok", refused -> refused.code().name()))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void the_next_attempt_is_told_which_outputs_earlier_ones_made() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();
    assign();
    done(core.acceptJob.run(w1, id, new AttemptClaim(1, List.of(2, 5))));
    fail(w1, id, EndReason.DISK_FULL);

    assign();

    assertThat(lastRequest(w1).outputs()).containsExactly(2, 5);
  }

  @Test
  void a_worker_that_says_nothing_of_outputs_leaves_them_to_the_next() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();
    assign();
    done(core.acceptJob.run(w1, id, new AttemptClaim(1, List.of(2))));
    fail(w1, id, EndReason.DISK_FULL);
    assign();
    done(core.acceptJob.run(w1, id, AttemptClaim.NONE));
    fail(w1, id, EndReason.DISK_FULL);

    assign();

    assertThat(lastRequest(w1).outputs()).containsExactly(2);
  }

  private void assign() {
    clock.advance(Duration.ofSeconds(10));
    core.queueDueJobs.run();
    core.assignJobs.run();
  }

  private JobRequest lastRequest(WorkerId worker) {
    return core.commands(worker).stream()
        .map(DownlinkMessage::payload)
        .filter(JobRequest.class::isInstance)
        .map(JobRequest.class::cast)
        .reduce((former, latter) -> latter)
        .orElseThrow();
  }

  /** As after an upload of output. */
  private void hasShownOutput(JobId id) {
    Job job = core.job(id);
    Optional<LogId> log = Optional.of(Samples.log(1));
    core.stores
        .transactions()
        .write(
            unit ->
                core.stores
                    .jobs()
                    .replace(job, job.withTail(new Job.Tail(job.tail().message(), log))));
  }

  private void start(WorkerId worker, JobId id) {
    core.queueDueJobs.run();
    core.assignJobs.run();
    core.accept(worker, id);
  }

  private void fail(WorkerId worker, JobId id, EndReason reason) {
    done(
        core.reportOutcome.run(
            worker, id, new ReportStatus(JobState.FAILED, 1, reason, "so it was", null)));
  }

  private List<AttemptView> attempts(JobId id) {
    return done(core.findJob.run(ALICE, id)).attempts();
  }

  private JobEnd end(JobId id) {
    return core.job(id).end().orElseThrow();
  }

  /** A worker that sends no incarnation. */
  private WorkerId legacy(String name, int slots) {
    core.register(name, null, slots);
    WorkerId id = new WorkerId(name);
    done(core.verifyWorker.run(id, core.token(id)));
    return id;
  }

  /** Time passes, the janitor ticks and the worker says that it runs the job. */
  private void pass(Duration time, WorkerId worker, JobId id) {
    for (long seconds = 0; seconds < time.toSeconds(); seconds += 10) {
      core.workerHeartbeat.run(worker, id, AttemptClaim.NONE);
      core.pass(clock, Duration.ofSeconds(10));
    }
  }
}
