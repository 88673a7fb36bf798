package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;
import static org.dffmpeg.coordinator.stores.TestCoordinator.caller;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.AttemptView;
import org.dffmpeg.common.protocol.JobLimits;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobRetry;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.job.JobEnd;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How jobs and their attempts end, and what is told and kept of it. */
class EndsTest {
  private final MutableClock clock = new MutableClock();
  private final TestCoordinator core = TestCoordinator.awake(clock);

  @ParameterizedTest
  @EnumSource(JobState.class)
  void whatever_dies_a_canceled_job_has_ended_when_its_deadline_is_over(JobState state) {
    WorkerId w1 = core.online("w1", "one", 1);
    JobId id = inState(w1, state);

    done(core.cancelJob.run(ALICE, id));
    pass(Duration.ofSeconds(40));

    assertThat(core.job(id).state().isTerminal()).isTrue();
    assertThat(core.worker(w1).slotsUsed().total()).isZero();
  }

  private JobId inState(WorkerId worker, JobState state) {
    JobId id = core.submit();
    if (state != JobState.PENDING) {
      core.assignJobs.run();
    }
    if (state != JobState.PENDING && state != JobState.ASSIGNED) {
      core.accept(worker, id);
    }
    if (state == JobState.CANCELING) {
      done(core.cancelJob.run(ALICE, id));
    }
    if (state.isTerminal()) {
      core.report(worker, id, state, 0);
    }
    return id;
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "COMPLETED, 0, -, EXITED, ended with exit code 0",
        "COMPLETED, -, -, EXITED, worker w1 reported exited and no exit code",
        "FAILED, 3, -, EXITED, ended with exit code 3",
        "FAILED, -9, -, SIGNALLED, ended by signal 9",
        "FAILED, 137, SIGNALLED, SIGNALLED, ended with exit code 137",
        "CANCELED, -, -, CANCELED_BY, ended by worker w1",
      })
  void a_report_that_leaves_open_why_is_made_out(
      JobState status,
      @Nullable Integer exitCode,
      @Nullable EndReason told,
      EndReason reason,
      String sentence) {
    WorkerId w1 = core.legacy("w1", 1);
    JobId id = core.running(w1);

    done(core.reportOutcome.run(w1, id, new ReportStatus(status, exitCode, told, null, null)));

    assertThat(reason(id)).contains(reason);
    assertThat(core.end(id).detail()).contains(sentence);
  }

  @Test
  void an_old_worker_that_names_neither_code_nor_reason_could_not_start_it() {
    WorkerId w1 = core.legacy("w1", 1);
    JobId id = core.submit(JobOptions.DEFAULT.withRetry(new JobRetry(1, 0, List.of())));
    core.assignJobs.run();

    core.report(w1, id, JobState.FAILED, null);

    assertThat(reason(id)).contains(EndReason.START_FAILED);
    assertThat(core.end(id).detail()).contains("worker w1 reported start_failed and no exit code");
  }

  @Test
  void a_worker_that_says_why_is_believed() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.running(w1);

    done(
        core.reportOutcome.run(
            w1, id, new ReportStatus(JobState.FAILED, 1, EndReason.STALLED, "no frame", 1)));

    assertThat(reason(id)).contains(EndReason.STALLED);
    assertThat(core.end(id).detail()).contains("no frame");
  }

  @Test
  void who_canceled_a_pending_job_is_said() {
    JobId id = core.submit();

    done(core.cancelJob.run(ALICE, id));

    assertThat(reason(id)).contains(EndReason.CANCELED_BY);
    assertThat(core.end(id).detail()).contains("canceled by alice");
  }

  @Test
  void who_canceled_is_said_however_its_worker_takes_it() {
    WorkerId silent = core.online("w1", "one", 1);
    JobId unconfirmed = core.running(silent);
    WorkerId rejecting = core.online("w2", 1);
    JobId rejected = core.assigned(rejecting);
    WorkerId leaving = core.online("w3", 1);
    JobId left = core.running(leaving);
    for (JobId id : List.of(unconfirmed, rejected, left)) {
      done(core.cancelJob.run(ALICE, id));
      assertThat(core.job(id).state()).isEqualTo(JobState.CANCELING);
    }

    done(core.rejectJob.run(rejecting, rejected, AttemptClaim.NONE));
    done(core.deregisterWorker.run(caller(leaving), leaving));
    pass(Duration.ofSeconds(40));

    assertThat(List.of(unconfirmed, rejected, left))
        .allSatisfy(
            id -> {
              assertThat(core.job(id).state()).isEqualTo(JobState.CANCELED);
              assertThat(reason(id)).contains(EndReason.CANCELED_BY);
              assertThat(core.end(id).detail()).contains("canceled by alice");
            });
  }

  @Test
  void a_job_whose_client_is_gone_ends_in_every_state_even_if_its_worker_is_gone_too() {
    WorkerId w1 = core.online("w1", 2);
    JobId running = core.submitMonitored();
    JobId assigned = core.submitMonitored();
    core.assignJobs.run();
    core.accept(w1, running);
    JobId pending = core.submitMonitored();

    pass(Duration.ofSeconds(60));

    assertThat(List.of(pending, assigned, running))
        .allSatisfy(
            id -> {
              assertThat(core.job(id).state()).isEqualTo(JobState.CANCELED);
              assertThat(reason(id)).contains(EndReason.CLIENT_GONE);
              assertThat(core.end(id).detail()).isPresent();
            });
    assertThat(core.worker(w1).slotsUsed().total()).isZero();
  }

  @Test
  void a_job_that_nobody_took_in_its_time_says_so() {
    JobId id = core.submit(JobOptions.DEFAULT.withLimits(new JobLimits(60, null, null)));

    pass(Duration.ofSeconds(80));

    assertThat(reason(id)).contains(EndReason.QUEUE_TIMEOUT);
    assertThat(core.end(id).detail()).isPresent();
  }

  @Test
  void each_attempt_is_kept_with_its_worker_its_times_and_its_end() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.assigned(w1);
    clock.advance(Duration.ofSeconds(1));
    done(core.rejectJob.run(w1, id, AttemptClaim.NONE));
    core.assignJobs.run();
    clock.advance(Duration.ofSeconds(2));
    core.accept(w1, id);
    assertThat(core.attempts(id))
        .extracting(AttemptView::number, AttemptView::endedAt)
        .satisfies(shown -> assertThat(shown).hasSize(2));
    clock.advance(Duration.ofSeconds(3));
    core.report(w1, id, JobState.FAILED, 5);

    List<AttemptView> attempts = core.attempts(id);

    assertThat(attempts).extracting(AttemptView::number).containsExactly(1, 2);
    assertThat(attempts).extracting(AttemptView::workerId).containsOnly(w1);
    assertThat(attempts.get(0).startedAt()).isNull();
    assertThat(attempts.get(0).reason()).isNull();
    assertThat(attempts.get(0).reasonDetail()).isEqualTo("the worker gave the job back unstarted");
    AttemptView last = attempts.get(1);
    assertThat(last.reason()).isEqualTo(EndReason.EXITED);
    assertThat(last.exitCode()).isEqualTo(5);
    assertThat(Optional.ofNullable(last.assignedAt())).contains(clock.instant().minusSeconds(5));
    assertThat(Optional.ofNullable(last.startedAt())).contains(clock.instant().minusSeconds(3));
    assertThat(Optional.ofNullable(last.endedAt())).contains(clock.instant());
  }

  @Test
  void a_job_that_runs_for_too_long_is_ended_even_by_a_worker_that_does_not_care() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit(JobOptions.DEFAULT.withLimits(new JobLimits(null, 60, null)));
    core.start(w1, id);

    passBeating(Duration.ofSeconds(80), w1, id);
    assertThat(core.job(id).state()).isEqualTo(JobState.RUNNING);
    passBeating(Duration.ofSeconds(20), w1, id);
    assertThat(core.job(id).state()).isEqualTo(JobState.CANCELING);
    assertThat(TestCoordinator.states(core.commands(w1))).contains(JobState.CANCELING);
    passBeating(Duration.ofSeconds(40), w1, id);

    assertThat(core.end(id).reason()).contains(EndReason.RUN_TIMEOUT);
    assertThat(core.worker(w1).slotsUsed().total()).isZero();
  }

  private Optional<EndReason> reason(JobId id) {
    return core.job(id).end().flatMap(JobEnd::reason);
  }

  private void pass(Duration time) {
    core.pass(clock, time);
  }

  /** Time passes, the janitor ticks and the worker says that it runs the job. */
  private void passBeating(Duration time, WorkerId worker, JobId id) {
    for (long seconds = 0; seconds < time.toSeconds(); seconds += 10) {
      core.workerHeartbeat.run(worker, id, AttemptClaim.NONE);
      core.pass(clock, Duration.ofSeconds(10));
    }
  }
}
