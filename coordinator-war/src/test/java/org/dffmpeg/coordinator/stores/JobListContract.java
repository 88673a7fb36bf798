package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.W1;
import static org.dffmpeg.coordinator.stores.Samples.in;
import static org.dffmpeg.coordinator.stores.Samples.job;
import static org.dffmpeg.coordinator.stores.Samples.spec;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.job.Attempt;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.JobStore.JobCount;
import org.junit.jupiter.api.Test;

/** What people see of a {@link JobStore}. */
public abstract class JobListContract extends JobStoreContract {
  @Test
  void no_list_has_more_text_than_an_answer_may_have() {
    for (int number = 1; number <= 20; number++) {
      Job large = job(number, spec("ffmpeg", "x".repeat(900_000)));
      insert(number % 2 == 0 ? large : in(JobState.COMPLETED, large, W1, NOW));
    }
    Instant earlier = NOW.minusSeconds(1);

    List<Job> all = list(jobs -> jobs.recent(earlier, ALL));
    List<Job> own = list(jobs -> jobs.ofRequester(Samples.ALICE, earlier, Optional.empty(), ALL));

    assertThat(numbers(all)).containsExactly(20L, 19L, 18L, 17L, 16L, 15L, 14L, 13L, 12L);
    assertThat(own).isEqualTo(all);
  }

  @Test
  void the_last_run_times_are_those_of_jobs_that_ran() {
    insert(job(1));
    insert(in(JobState.CANCELED, job(2), W1, NOW));
    insert(ran(3, Duration.ofSeconds(30), NOW));
    insert(ran(4, Duration.ofSeconds(50), NOW.plusSeconds(1)));

    assertThat(this.<List<Duration>>read(jobs -> jobs.lastRunTimes(ALL)))
        .containsExactly(Duration.ofSeconds(50), Duration.ofSeconds(30));
    assertThat(this.<List<Duration>>read(jobs -> jobs.lastRunTimes(1)))
        .containsExactly(Duration.ofSeconds(50));
  }

  private static Job ran(long number, Duration time, Instant end) {
    Job ended = in(JobState.COMPLETED, job(number), W1, end);
    Attempt attempt = ended.attempt();
    return ended.withAttempt(
        new Attempt(
            attempt.number(),
            attempt.worker(),
            attempt.lastWorker(),
            attempt.incarnation(),
            attempt.lastSeen(),
            attempt.assignedAt(),
            Optional.of(end.minus(time)),
            attempt.failedOn(),
            attempt.outputs(),
            attempt.rejections()));
  }

  @Test
  void a_requester_sees_its_active_jobs_and_those_lately_ended_newest_first() {
    insert(job(1));
    insert(in(JobState.COMPLETED, job(2), W1, NOW));
    insert(in(JobState.COMPLETED, job(3), W1, NOW.minus(Duration.ofHours(2))));
    insert(in(JobState.RUNNING, job(4), W1, NOW.minus(Duration.ofHours(2))));
    insert(job(5, spec(new ClientId("bob"), "ffmpeg", Optional.empty())));

    assertThat(listed(Optional.empty(), ALL)).containsExactly(4L, 2L, 1L);
    assertThat(listed(Optional.empty(), 2)).containsExactly(4L, 2L);
    assertThat(listed(Optional.of(SequentialIds.job(4)), ALL)).containsExactly(2L, 1L);
  }

  private List<Long> listed(Optional<JobId> olderThan, int limit) {
    Instant since = NOW.minus(Duration.ofHours(1));
    return numbers(list(jobs -> jobs.ofRequester(Samples.ALICE, since, olderThan, limit)));
  }

  @Test
  void an_administrator_sees_the_jobs_of_everybody() {
    insert(job(1));
    insert(job(2, spec(new ClientId("bob"), "ffmpeg", Optional.empty())));
    insert(in(JobState.FAILED, job(3), W1, NOW.minus(Duration.ofHours(2))));

    assertThat(numbers(list(jobs -> jobs.recent(NOW.minus(Duration.ofHours(1)), ALL))))
        .containsExactly(2L, 1L);
    assertThat(numbers(list(jobs -> jobs.recent(NOW.minus(Duration.ofHours(3)), 2))))
        .containsExactly(3L, 2L);
  }

  @Test
  void jobs_are_counted_by_binary_and_worker() {
    insert(job(1));
    insert(in(JobState.RUNNING, job(2)));
    insert(in(JobState.ASSIGNED, job(3)));
    insert(in(JobState.COMPLETED, job(4)));
    insert(in(JobState.COMPLETED, job(5, spec("ffprobe")), W1, NOW.minusSeconds(60)));

    assertThat(count(counts(), Optional.empty(), true)).isEqualTo(1);
    assertThat(count(counts(), Optional.of(W1), true)).isEqualTo(2);
    assertThat(count(counts(), Optional.of(W1), false)).isEqualTo(1);
    assertThat(counts()).extracting(JobCount::binary).containsOnly("ffmpeg");
  }

  private List<JobCount> counts() {
    return read(jobs -> jobs.counts(NOW.minusSeconds(30)));
  }

  private static long count(List<JobCount> counts, Optional<WorkerId> worker, boolean active) {
    return counts.stream()
        .filter(count -> count.worker().equals(worker) && count.active() == active)
        .mapToLong(JobCount::jobs)
        .sum();
  }
}
