package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.caller;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.testing.MutableClock;
import org.junit.jupiter.api.Test;

/** What an operator takes from a machine that is gone. */
class GivenUpWorkerTest {
  private final MutableClock clock = new MutableClock();
  private final TestCoordinator core = TestCoordinator.awake(clock);

  @Test
  void the_jobs_of_a_worker_that_an_operator_gives_up_run_elsewhere_at_once() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();
    core.start(w1, id);
    WorkerId w2 = core.online("w2", 1);

    done(core.deregisterWorker.giveUp(caller(new WorkerId("boss")), w1));
    core.assignJobs.run();

    assertThat(core.worker(w1).state()).isEqualTo(WorkerState.OFFLINE);
    assertThat(core.worker(w1).slotsUsed().total()).isZero();
    assertThat(core.job(id).attempt().worker()).contains(w2);
    assertThat(core.attempts(id).get(0).reasonDetail())
        .isEqualTo("boss said that worker w1 is gone");
  }

  /** It cannot be told to stop, but the operator answers for it that nothing runs there. */
  @Test
  void so_do_those_of_an_old_worker() {
    WorkerId old = core.legacy("old", 1);
    JobId id = core.submit();
    core.start(old, id);
    WorkerId w2 = core.online("w2", 1);

    done(core.deregisterWorker.giveUp(caller(new WorkerId("boss")), old));
    core.assignJobs.run();

    assertThat(core.job(id).attempt().worker()).contains(w2);
  }

  @Test
  void a_worker_that_was_given_up_but_lives_is_refused() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();
    core.start(w1, id);

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
}
