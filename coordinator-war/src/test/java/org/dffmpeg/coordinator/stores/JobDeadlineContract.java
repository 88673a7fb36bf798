package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.W1;
import static org.dffmpeg.coordinator.stores.Samples.in;
import static org.dffmpeg.coordinator.stores.Samples.job;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.Place;
import org.dffmpeg.coordinator.core.job.Watch;
import org.junit.jupiter.api.Test;

/** Which jobs of a {@link JobStore} somebody has to see to. */
public abstract class JobDeadlineContract extends JobStoreContract {
  @Test
  void jobs_that_wait_for_too_long_are_found_by_their_deadline() {
    insert(at(1, new Place(JobClass.BATCH, 0, Optional.empty(), Optional.of(NOW))));
    insert(at(2, place(0)));

    assertThat(ids(jobs -> jobs.queueOverdue(NOW, ALL))).isEmpty();
    assertThat(ids(jobs -> jobs.queueOverdue(NOW.plusSeconds(1), ALL)))
        .containsExactly(SequentialIds.job(1));
  }

  @Test
  void a_worker_holds_its_assigned_running_and_canceling_jobs() {
    SequentialIds ids = new SequentialIds();
    for (JobState state : JobState.values()) {
      insert(in(state, job(ids.nextJob())));
    }
    insert(in(JobState.RUNNING, job(50), new WorkerId("other"), NOW));

    assertThat(list(jobs -> jobs.heldBy(W1)))
        .extracting(Job::state)
        .containsExactlyInAnyOrder(JobState.ASSIGNED, JobState.RUNNING, JobState.CANCELING);
  }

  @Test
  void overdue_jobs_are_found_by_state_and_time() {
    Instant then = NOW.minusSeconds(30);
    SequentialIds ids = new SequentialIds();
    Map<JobState, JobId> old = new EnumMap<>(JobState.class);
    for (JobState state : JobState.values()) {
      insert(in(state, job(ids.nextJob()), W1, NOW));
      old.put(state, ids.nextJob());
      insert(in(state, job(old.get(state)), W1, NOW.minusSeconds(60)));
    }

    assertThat(ids(jobs -> jobs.runningSilentSince(then, ALL)))
        .containsExactly(old.get(JobState.RUNNING));
    assertThat(ids(jobs -> jobs.assignedBefore(then, ALL)))
        .containsExactly(old.get(JobState.ASSIGNED));
    assertThat(ids(jobs -> jobs.cancelOverdue(then, ALL)))
        .containsExactly(old.get(JobState.CANCELING));
  }

  @Test
  void overdue_jobs_come_in_pages() {
    for (int number = 1; number <= 5; number++) {
      insert(in(JobState.RUNNING, job(number)));
    }

    assertThat(ids(jobs -> jobs.runningSilentSince(NOW.plusSeconds(1), 3))).hasSize(3);
  }

  @Test
  void clients_are_overdue_after_their_deadline_if_their_interval_is_short_enough() {
    insert(watched(1, NOW.minusSeconds(1)));
    insert(watched(2, NOW.plusSeconds(1)));
    insert(job(3));

    assertThat(ids(jobs -> jobs.clientOverdue(NOW, 5, ALL))).containsExactly(SequentialIds.job(1));
    assertThat(ids(jobs -> jobs.clientOverdue(NOW, 4, ALL))).isEmpty();
  }

  private static Job watched(long number, Instant deadline) {
    return job(number).withWatch(new Watch(true, Optional.of(NOW), Optional.of(deadline)));
  }
}
