package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CapabilityNeeds;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.common.testing.MutableClock;
import org.junit.jupiter.api.Test;

/** A worker whose encoder does not work gets no jobs for that, and all others. */
class SetAsideTest {
  private static final Map<String, String> BROKEN = Map.of("encoder:libx264", "no device");

  private final MutableClock clock = new MutableClock();
  private final TestCoordinator core = TestCoordinator.awake(clock);

  @Test
  void a_job_that_names_the_encoder_waits_and_says_why() {
    online("w1", BROKEN);
    JobId id = submit("-c:v", "libx264", "out.mkv");

    core.assignJobs.run();

    assertThat(core.job(id).state()).isEqualTo(JobState.PENDING);
    assertThat(waitingFor(id))
        .isEqualTo(
            "encoder libx264 does not work on the one worker that fits,"
                + " and is set aside there until it does");
  }

  @Test
  void a_job_that_requires_the_capability_waits_too() {
    online("w1", BROKEN);
    online("w2", BROKEN);
    JobId id = submit(needs("libx264"), "out.mkv");

    core.assignJobs.run();

    assertThat(waitingFor(id)).startsWith("encoder libx264 does not work on any of the 2 workers");
  }

  @Test
  void other_jobs_of_the_same_requester_are_not_held_up() {
    online("w1", BROKEN);
    JobId held = submit("-c:v", "libx264", "out.mkv");
    JobId other = submit("-c:v", "libx265", "out.mkv");

    core.assignJobs.run();

    assertThat(core.job(held).state()).isEqualTo(JobState.PENDING);
    assertThat(core.job(other).state()).isEqualTo(JobState.ASSIGNED);
  }

  @Test
  void another_worker_gets_it() {
    online("w1", BROKEN);
    WorkerId healthy = online("w2", Map.of());
    JobId id = submit("-c:v", "libx264", "out.mkv");

    core.assignJobs.run();

    assertThat(core.job(id).attempt().worker()).contains(healthy);
  }

  @Test
  void what_failed_there_runs_there_again_once_it_works() {
    WorkerId w1 = online("w1", Map.of());
    JobId id = submit("-c:v", "libx264", "out.mkv");
    core.assignJobs.run();
    core.accept(w1, id);
    core.register(registration("w1", BROKEN));
    ReportStatus report =
        new ReportStatus(JobState.FAILED, 1, EndReason.ENCODER_FAILED, "no device", 1);
    done(core.reportOutcome.run(w1, id, report));
    clock.advance(Duration.ofSeconds(5));
    core.queueDueJobs.run();
    core.assignJobs.run();
    assertThat(core.job(id).state()).isEqualTo(JobState.PENDING);

    core.register(registration("w1", Map.of()));
    core.assignJobs.run();

    assertThat(core.job(id).attempt().worker()).contains(w1);
  }

  private WorkerId online(String name, Map<String, String> setAside) {
    RegisterWorker request = registration(name, setAside);
    core.register(request);
    done(core.verifyWorker.run(request.workerId(), core.token(request.workerId())));
    return request.workerId();
  }

  private static RegisterWorker registration(String name, Map<String, String> setAside) {
    return new RegisterWorker(
        new WorkerId(name),
        List.of("encoder:libx264", "encoder:libx265"),
        List.of("ffmpeg"),
        List.of(),
        15,
        "1.0",
        List.of("http_polling"),
        false,
        Slots.cpu(4),
        "1",
        List.of(),
        null,
        null,
        setAside);
  }

  private static JobOptions needs(String encoder) {
    CapabilityNeeds needs =
        new CapabilityNeeds(List.of(encoder), List.of(), List.of(), List.of(), List.of());
    return JobOptions.DEFAULT.requiring(needs);
  }

  private JobId submit(String... arguments) {
    return submit(JobOptions.DEFAULT, arguments);
  }

  private JobId submit(JobOptions options, String... arguments) {
    SubmitJob request =
        new SubmitJob(
            "ffmpeg",
            List.of(arguments),
            List.of(),
            null,
            List.of("http_polling"),
            false,
            null,
            null,
            options);
    return core.submit(request);
  }

  private String waitingFor(JobId id) {
    return Optional.ofNullable(done(core.findJob.run(ALICE, id)).waitingFor()).orElse("");
  }
}
