package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;
import static org.dffmpeg.coordinator.stores.TestCoordinator.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.CapabilityNeeds;
import org.dffmpeg.common.protocol.JobLimits;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.SetPriority;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.job.JobEnd;
import org.junit.jupiter.api.Test;

/** What a job's options do to it while it waits. */
class QueueTest {
  private final MutableClock clock = new MutableClock();
  private final TestCoordinator core = TestCoordinator.awake(clock);

  @Test
  void an_ffprobe_is_a_probe_unless_it_says_otherwise() {
    JobId probe = core.submit(request("ffprobe", false));
    JobId normal = core.submit(request("ffmpeg", false));
    JobId batch = core.submit(JobOptions.DEFAULT.withClass(JobClass.BATCH));

    assertThat(List.of(probe, normal, batch))
        .extracting(id -> done(core.findJob.run(ALICE, id)).options().jobClass())
        .containsExactly(JobClass.PROBE, JobClass.NORMAL, JobClass.BATCH);
  }

  @Test
  void the_more_urgent_class_goes_first_and_in_it_the_higher_priority() {
    JobId batch = core.submit(JobOptions.DEFAULT.withClass(JobClass.BATCH).withPriority(100));
    JobId low = core.submit(JobOptions.DEFAULT.withPriority(-1));
    JobId old = core.submit(JobOptions.DEFAULT);
    clock.advance(Duration.ofSeconds(1));
    JobId young = core.submit(JobOptions.DEFAULT);
    JobId live = core.submit(JobOptions.DEFAULT.withClass(JobClass.LIVE).withPriority(-100));
    WorkerId w1 = core.online("w1", 1);

    for (JobId next : List.of(live, old, young, low, batch)) {
      core.assignJobs.run();
      assertThat(core.job(next).state()).isEqualTo(JobState.ASSIGNED);
      core.accept(w1, next);
      core.report(w1, next, JobState.COMPLETED, 0);
    }
  }

  @Test
  void a_job_is_kept_back_until_its_time() {
    JobId id = core.submit(JobOptions.DEFAULT.startingAt(clock.instant().plusSeconds(60)));
    core.online("w1", 1);

    assertThat(assigned()).isZero();
    assertThat(done(core.findJob.run(ALICE, id)).waitingFor()).contains("not start before");

    clock.advance(Duration.ofSeconds(60));

    assertThat(assigned()).isEqualTo(1);
  }

  private int assigned() {
    core.queueDueJobs.run();
    return core.assignJobs.run();
  }

  @Test
  void nobody_puts_a_job_off_for_longer_than_a_year() {
    Instant far = clock.instant().plus(Duration.ofDays(400));

    assertThat(
            core.submitJob
                .run(ALICE, withOptions(JobOptions.DEFAULT.startingAt(far)))
                .<Optional<ProblemCode>>fold(
                    ok -> Optional.empty(), refused -> Optional.of(refused.code())))
        .contains(ProblemCode.INVALID_REQUEST);
  }

  @Test
  void a_job_that_nobody_takes_fails_when_its_time_in_the_queue_is_over() {
    JobId hasty = core.submit(waitingAtMost(60));
    JobId patient = core.submit(JobOptions.DEFAULT);

    core.pass(clock, Duration.ofSeconds(60));
    assertThat(core.job(hasty).state()).isEqualTo(JobState.PENDING);
    core.pass(clock, Duration.ofSeconds(20));

    assertThat(core.job(hasty).end().flatMap(JobEnd::reason)).contains(EndReason.QUEUE_TIMEOUT);
    assertThat(core.job(hasty).state()).isEqualTo(JobState.FAILED);
    assertThat(core.job(patient).state()).isEqualTo(JobState.PENDING);
  }

  @Test
  void the_time_in_the_queue_counts_anew_when_a_worker_gives_the_job_back() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit(waitingAtMost(3600));
    core.assignJobs.run();
    assertThat(core.job(id).place().deadline()).isEmpty();
    clock.advance(Duration.ofSeconds(10));

    done(core.rejectJob.run(w1, id, AttemptClaim.NONE));

    assertThat(core.job(id).place().deadline()).contains(clock.instant().plusSeconds(3600));
  }

  @Test
  void a_monitored_job_waits_as_long_as_the_operator_says() {
    JobId watched = core.submitMonitored();
    JobId detached = core.submit();

    assertThat(core.job(watched).place().deadline())
        .contains(clock.instant().plus(TestCoordinator.POLICY.defaultQueueTimeout()));
    assertThat(core.job(detached).place().deadline()).isEmpty();
  }

  @Test
  void the_worker_is_told_the_time_limits() {
    WorkerId w1 = core.online("w1", 1);
    core.submit(JobOptions.DEFAULT.withLimits(new JobLimits(null, 7200, 60)));
    core.assignJobs.run();

    assertThat(core.commands(w1))
        .extracting(message -> message.payload())
        .filteredOn(Payload.JobRequest.class::isInstance)
        .extracting(payload -> ((Payload.JobRequest) payload).runTimeout())
        .containsExactly(7200);
  }

  @Test
  void a_job_waits_for_a_worker_with_what_it_requires_and_says_so() {
    core.online("w1", 1);
    core.online("w2", 1);
    CapabilityNeeds nvenc =
        new CapabilityNeeds(List.of("hevc_nvenc"), List.of(), List.of(), List.of(), List.of());
    JobId id = core.submit(JobOptions.DEFAULT.requiring(nvenc));

    assertThat(core.assignJobs.run()).isZero();
    assertThat(done(core.findJob.run(ALICE, id)).waitingFor())
        .isEqualTo("2 workers have ffmpeg, none has encoder hevc_nvenc");
  }

  @Test
  void a_waiting_job_is_moved_by_its_requester() {
    JobId first = core.submit();
    JobId second = core.submit();
    core.online("w1", 1);

    done(core.changePriority.run(ALICE, second, new SetPriority(null, 5)));
    core.assignJobs.run();

    assertThat(core.job(second).state()).isEqualTo(JobState.ASSIGNED);
    assertThat(core.job(first).state()).isEqualTo(JobState.PENDING);
    assertThat(refusal(second, new SetPriority(JobClass.LIVE, null)))
        .contains(ProblemCode.INVALID_REQUEST);
  }

  @Test
  void a_stranger_moves_nothing() {
    JobId id = core.submit();

    assertThat(
            core.changePriority
                .run(TestCoordinator.caller(new WorkerId("w1")), id, new SetPriority(null, 5))
                .<Optional<ProblemCode>>fold(
                    ok -> Optional.empty(), refused -> Optional.of(refused.code())))
        .contains(ProblemCode.FORBIDDEN);
    assertThat(core.job(id).place().priority()).isZero();
  }

  private Optional<ProblemCode> refusal(JobId id, SetPriority wish) {
    return core.changePriority
        .run(ALICE, id, wish)
        .fold(ok -> Optional.empty(), refused -> Optional.of(refused.code()));
  }

  @Test
  void a_job_knows_its_position_and_when_it_may_start() {
    WorkerId w1 = core.online("w1", 2);
    JobId first = core.submit();
    core.assignJobs.run();
    core.accept(w1, first);
    clock.advance(Duration.ofSeconds(60));
    core.report(w1, first, JobState.COMPLETED, 0);
    core.submit();
    core.submit();
    core.assignJobs.run();
    core.submit(JobOptions.DEFAULT.withClass(JobClass.LIVE));
    core.submit(JobOptions.DEFAULT.withPriority(1));
    core.submit(JobOptions.DEFAULT.withClass(JobClass.BATCH));
    JobId last = core.submit();

    JobView view = done(core.findJob.run(ALICE, last));

    assertThat(view.queuePosition()).isEqualTo(3);
    assertThat(view.waitingFor()).isEqualTo("the one worker that fits is busy (2 slots), 2 ahead");
    assertThat(view.estimatedStart()).isEqualTo(clock.instant().plusSeconds(90));
  }

  @Test
  void a_position_counts_as_many_of_others_as_have_their_turn_before() {
    for (int i = 0; i < 10; i++) {
      core.submit();
    }
    Caller bob = new Caller(new ClientId("bob"), Set.of(Role.CLIENT));
    JobId first = core.submit(bob, request("ffmpeg", false));
    JobId second = core.submit(bob, request("ffmpeg", false));

    assertThat(done(core.findJob.run(bob, first)).queuePosition()).isEqualTo(2);
    assertThat(done(core.findJob.run(bob, second)).queuePosition()).isEqualTo(4);
  }

  @Test
  void of_a_higher_priority_all_are_before_whoever_wants_them() {
    for (int i = 0; i < 3; i++) {
      core.submit(JobOptions.DEFAULT.withPriority(1));
    }
    Caller bob = new Caller(new ClientId("bob"), Set.of(Role.CLIENT));

    JobId id = core.submit(bob, request("ffmpeg", false));

    assertThat(done(core.findJob.run(bob, id)).queuePosition()).isEqualTo(4);
  }

  @Test
  void a_position_is_not_looked_for_in_every_lane() {
    for (int lane = 1; lane <= 60; lane++) {
      core.submit("path" + lane);
    }
    JobId last = core.submit();

    Integer position = done(core.findJob.run(ALICE, last)).queuePosition();

    assertThat(position).isBetween(50, 51);
  }

  private static JobOptions waitingAtMost(int seconds) {
    return JobOptions.DEFAULT.withLimits(new JobLimits(seconds, null, null));
  }

  private static org.dffmpeg.common.protocol.SubmitJob withOptions(JobOptions options) {
    return TestCoordinator.withOptions(request("ffmpeg", false), options);
  }
}
