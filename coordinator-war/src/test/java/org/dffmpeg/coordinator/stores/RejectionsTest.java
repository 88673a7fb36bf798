package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.time.Duration;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.testing.MutableClock;
import org.junit.jupiter.api.Test;

/** What becomes of a job that workers give back unstarted. */
class RejectionsTest {
  private final MutableClock clock = new MutableClock();
  private final TestCoordinator core = TestCoordinator.awake(clock);

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
}
