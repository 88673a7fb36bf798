package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.job.JobEnd;
import org.dffmpeg.coordinator.core.lease.Janitor;
import org.dffmpeg.coordinator.core.lease.NotePresence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a job through the use cases. */
class JobLifeTest {
  private final MutableClock clock = new MutableClock();
  private final TestCoordinator core = new TestCoordinator(new InMemoryStores(), clock);

  @Test
  void a_job_is_assigned_accepted_and_completed_and_its_requester_hears_all() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.running(w1);

    core.report(w1, id, JobState.COMPLETED, 0);

    assertThat(core.heardStates(id))
        .containsExactly(JobState.ASSIGNED, JobState.RUNNING, JobState.COMPLETED);
    assertThat(core.worker(w1).slotsUsed().total()).isZero();
    assertThat(core.commands(w1)).isEmpty();
  }

  @Test
  void no_worker_gets_more_jobs_than_it_has_slots() {
    WorkerId w1 = core.online("w1", 2);
    for (int jobs = 0; jobs < 5; jobs++) {
      core.submit();
    }

    assertThat(core.assignJobs.run()).isEqualTo(2);
    assertThat(core.worker(w1).slotsUsed().total()).isEqualTo(2);
  }

  @Test
  void a_worker_that_speaks_of_a_former_attempt_is_refused() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.assigned(w1);
    done(core.rejectJob.run(w1, id, AttemptClaim.NONE));
    core.assignJobs.run();

    boolean accepted =
        core.acceptJob.run(w1, id, new AttemptClaim(1)).fold(ok -> true, refused -> false);

    assertThat(accepted).isFalse();
    assertThat(core.job(id).attempt().number()).isEqualTo(2);
  }

  @Test
  void a_report_that_contradicts_the_end_changes_nothing() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.running(w1);
    core.report(w1, id, JobState.COMPLETED, 0);

    core.report(w1, id, JobState.FAILED, 1);

    assertThat(core.job(id).state()).isEqualTo(JobState.COMPLETED);
    assertThat(core.meter.read()).containsEntry("reports_ignored", 1L);
  }

  /** Also if its report is quicker than the registration of its new life. */
  @Test
  void a_job_that_died_with_its_worker_is_lost_and_not_failed() {
    WorkerId w1 = core.online("w1", 2);
    JobId canceled = core.running(w1);
    done(core.cancelJob.run(ALICE, canceled));
    JobId unstarted = core.assigned(w1);
    ReportStatus died =
        new ReportStatus(JobState.FAILED, null, EndReason.WORKER_LOST, "the worker died", 1);

    done(core.reportOutcome.run(w1, canceled, died));
    done(core.reportOutcome.run(w1, unstarted, died));

    assertThat(core.job(canceled).state()).isEqualTo(JobState.CANCELED);
    assertThat(core.job(unstarted).state()).isEqualTo(JobState.PENDING);
  }

  @Test
  void a_canceled_job_ends_even_if_its_worker_never_answers() {
    core.janitor.run(Janitor.Action.RUN_ALL);
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.running(w1);
    done(core.cancelJob.run(ALICE, id));
    assertThat(core.job(id).state()).isEqualTo(JobState.CANCELING);

    core.pass(clock, Duration.ofSeconds(40));

    assertThat(core.job(id).state()).isEqualTo(JobState.CANCELED);
    assertThat(core.worker(w1).slotsUsed().total()).isZero();
  }

  @Test
  void a_job_of_a_silent_worker_fails_after_its_lease_and_the_fence() {
    core.janitor.run(Janitor.Action.RUN_ALL);
    JobId id = core.running(core.online("w1", 1));

    core.pass(clock, Duration.ofSeconds(100));
    assertThat(core.job(id).state()).isEqualTo(JobState.RUNNING);

    core.pass(clock, Duration.ofSeconds(20));
    assertThat(core.job(id).state()).isEqualTo(JobState.PENDING);
  }

  @Test
  void after_an_outage_nobody_is_blamed_for_silence() {
    core.janitor.run(Janitor.Action.RUN_ALL);
    JobId id = core.running(core.online("w1", 1));

    clock.advance(Duration.ofHours(1));
    core.janitor.run(Janitor.Action.RUN_ALL);

    assertThat(core.job(id).state()).isEqualTo(JobState.RUNNING);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 20, 25})
  void an_outage_that_is_shorter_than_the_leases_of_workers_costs_no_client_its_job(int seconds) {
    core.pass(clock, Duration.ofMinutes(1));
    JobId id = core.submitMonitored();

    clock.advance(Duration.ofSeconds(seconds));
    core.janitor.run(Janitor.Action.RUN_ALL);

    assertThat(core.job(id).state()).isEqualTo(JobState.PENDING);
  }

  @Test
  void one_sweep_takes_all_silent_workers_offline() {
    core.presence.run();
    List<WorkerId> workers =
        IntStream.rangeClosed(1, 201).mapToObj(number -> core.online("w" + number, 1)).toList();
    for (int ticks = 0; ticks < 20; ticks++) {
      clock.advance(NotePresence.INTERVAL);
      core.presence.run();
    }

    core.janitor.run(Janitor.Action.RUN_ALL);

    assertThat(workers)
        .allSatisfy(id -> assertThat(core.worker(id).state()).isEqualTo(WorkerState.OFFLINE));
  }

  @Test
  void a_worker_hears_of_no_interval_that_its_lease_does_not_bear() {
    core.janitor.run(Janitor.Action.RUN_ALL);
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit(withHeartbeatInterval(3600));

    core.assignJobs.run();

    assertThat(core.commands(w1))
        .extracting(DownlinkMessage::payload)
        .filteredOn(Payload.JobRequest.class::isInstance)
        .extracting(payload -> ((Payload.JobRequest) payload).heartbeatInterval())
        .containsExactly(30);
    assertThat(core.job(id).spec().heartbeatInterval()).isEqualTo(3600);
  }

  private static SubmitJob withHeartbeatInterval(int seconds) {
    return new SubmitJob(
        "ffmpeg",
        List.of(),
        List.of(),
        null,
        List.of("http_polling"),
        true,
        seconds,
        null,
        JobOptions.DEFAULT);
  }

  @Test
  void a_worker_that_is_back_as_a_new_process_loses_what_it_held() {
    WorkerId w1 = core.online("w1", "one", 2);
    JobId running = core.running(w1);
    JobId assigned = core.assigned(w1);

    core.register("w1", "two", 2);

    assertThat(core.job(running).state()).isEqualTo(JobState.PENDING);
    assertThat(core.job(assigned).state()).isEqualTo(JobState.PENDING);
    assertThat(core.worker(w1).slotsUsed().total()).isZero();
  }

  @Test
  void a_pending_job_whose_client_is_gone_is_canceled() {
    core.janitor.run(Janitor.Action.RUN_ALL);
    JobId id = core.submitMonitored();

    core.pass(clock, Duration.ofSeconds(30));

    assertThat(core.job(id).end().flatMap(JobEnd::reason)).contains(EndReason.CLIENT_GONE);
  }
}
