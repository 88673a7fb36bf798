package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;
import static org.dffmpeg.coordinator.stores.TestCoordinator.caller;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AttemptView;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobRetry;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.job.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a job is run again, when not, where and how late. */
class RetryTest {
  private final MutableClock clock = new MutableClock();
  private final TestCoordinator core = TestCoordinator.awake(clock);

  @ParameterizedTest
  @EnumSource(
      value = EndReason.class,
      names = {"START_FAILED", "DISK_FULL", "SESSION_LIMIT", "FENCED"})
  void what_failed_for_a_reason_outside_of_the_command_runs_three_times(EndReason reason) {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();

    for (int attempt = 1; attempt <= 3; attempt++) {
      core.start(w1, id);
      core.fail(w1, id, reason);
      clock.advance(Duration.ofSeconds(10));
    }

    assertThat(core.job(id).state()).isEqualTo(JobState.FAILED);
    assertThat(core.end(id).reason()).contains(reason);
    assertThat(core.attempts(id)).extracting(AttemptView::reason).containsOnly(reason).hasSize(3);
  }

  @Test
  void the_requester_hears_pending_again_and_one_end() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();
    core.start(w1, id);
    core.fail(w1, id, EndReason.DISK_FULL);
    clock.advance(Duration.ofSeconds(5));
    core.start(w1, id);

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

    core.fail(w1, id, reason);

    assertThat(core.job(id).state()).isEqualTo(JobState.FAILED);
    assertThat(core.end(id).reason()).contains(reason);
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

    core.fail(w1, stalled, EndReason.STALLED);
    core.fail(w1, full, EndReason.DISK_FULL);

    assertThat(core.job(stalled).state()).isEqualTo(JobState.PENDING);
    assertThat(core.job(full).state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void one_run_is_one_run() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = submit(new JobRetry(1, 0, List.of()));
    core.start(w1, id);

    done(core.deregisterWorker.run(caller(w1), w1));

    assertThat(core.end(id).reason()).contains(EndReason.WORKER_LOST);
  }

  @Test
  void each_further_run_waits_twice_as_long() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = submit(new JobRetry(4, 20, List.of()));

    for (int pause : List.of(20, 40, 80)) {
      core.start(w1, id);
      core.fail(w1, id, EndReason.START_FAILED);
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

    core.fail(w1, id, EndReason.WORKER_LOST);
    assertThat(core.assignJobs.run()).isZero();
    core.online("w1", "two", 1);

    assertThat(core.assignJobs.run()).isEqualTo(1);
    assertThat(core.job(id).attempt().number()).isEqualTo(2);
  }

  @Test
  void it_goes_to_a_worker_on_which_it_did_not_fail_while_there_is_one() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = submit(new JobRetry(5, 0, List.of()));
    core.start(w1, id);
    WorkerId w2 = core.online("w2", 4);
    WorkerId w3 = core.online("w3", 4);
    core.fail(w1, id, EndReason.START_FAILED);
    core.assignJobs.run();
    WorkerId second = core.job(id).attempt().worker().orElseThrow();
    core.fail(second, id, EndReason.START_FAILED);
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
    WorkerId old = core.legacy("old", 2);
    JobId plain = core.submit();
    JobId bold = submit(new JobRetry(2, 0, List.of()));
    core.assignJobs.run();
    core.accept(old, plain);
    core.accept(old, bold);

    done(core.deregisterWorker.run(caller(old), old));

    assertThat(core.end(plain).reason()).contains(EndReason.WORKER_LOST);
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

    core.fail(w1, failed, EndReason.DISK_FULL);
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
    assertThat(core.end(id).reason()).contains(EndReason.WORKER_LOST);
    assertThat(core.job(id).attempt().number()).isEqualTo(20);
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
}
