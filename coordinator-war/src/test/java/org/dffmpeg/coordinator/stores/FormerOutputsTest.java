package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.Payload.JobRequest;
import org.dffmpeg.common.testing.MutableClock;
import org.junit.jupiter.api.Test;

/** What an attempt is told of the outputs of those before it. */
class FormerOutputsTest {
  private final MutableClock clock = new MutableClock();
  private final TestCoordinator core = TestCoordinator.awake(clock);

  @Test
  void the_next_attempt_is_told_which_outputs_earlier_ones_made() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();
    assign();
    done(core.acceptJob.run(w1, id, new AttemptClaim(1, List.of(2, 5))));
    core.fail(w1, id, EndReason.DISK_FULL);

    assign();

    assertThat(lastRequest(w1).outputs()).containsExactly(2, 5);
  }

  @Test
  void a_worker_that_says_nothing_of_outputs_leaves_them_to_the_next() {
    WorkerId w1 = core.online("w1", 1);
    JobId id = core.submit();
    assign();
    done(core.acceptJob.run(w1, id, new AttemptClaim(1, List.of(2))));
    core.fail(w1, id, EndReason.DISK_FULL);
    assign();
    done(core.acceptJob.run(w1, id, AttemptClaim.NONE));
    core.fail(w1, id, EndReason.DISK_FULL);

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
}
