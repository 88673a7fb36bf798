package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.in;
import static org.dffmpeg.coordinator.stores.Samples.job;
import static org.dffmpeg.coordinator.stores.Samples.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.common.testing.WireSamples;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.JobStore.LaneHead;
import org.dffmpeg.coordinator.core.job.Place;
import org.junit.jupiter.api.Test;

/** How a {@link JobStore} orders what waits. */
public abstract class JobQueueContract extends JobStoreContract {
  @Test
  void heads_of_lanes_are_the_oldest_pending_jobs_each_lane_once() {
    insert(in(JobState.RUNNING, job(1, spec("ffmpeg", "A"))));
    insert(job(3, spec("ffmpeg", "A")));
    insert(job(2, spec("ffmpeg", "A")));
    insert(job(4, spec("ffmpeg", "B")));
    insert(in(JobState.COMPLETED, job(5, spec("ffprobe", "B"))));

    Job first = one(jobs -> jobs.headOfLaneAfter("").map(LaneHead::job)).orElseThrow();
    Job second = one(jobs -> jobs.headOfLaneAfter(first.lane()).map(LaneHead::job)).orElseThrow();

    assertThat(List.of(first.id(), second.id()))
        .containsExactlyInAnyOrder(SequentialIds.job(2), SequentialIds.job(4));
    assertThat(one(jobs -> jobs.headOfLaneAfter(second.lane()).map(LaneHead::job))).isEmpty();
  }

  @Test
  void behind_the_head_of_a_lane_comes_its_next_pending_job() {
    insert(job(1, spec("ffmpeg", "A")));
    insert(job(2, spec("ffmpeg", "B")));
    insert(in(JobState.CANCELED, job(3, spec("ffmpeg", "A"))));
    insert(job(4, spec("ffmpeg", "A")));

    assertThat(nextInLane(1)).contains(SequentialIds.job(4));
    assertThat(nextInLane(4)).isEmpty();
  }

  @Test
  void each_priority_has_a_lane_of_its_own_in_which_the_oldest_comes_first() {
    insert(at(1, place(7)));
    insert(at(2, place(0)));
    insert(at(3, place(7)));

    assertThat(find(1).orElseThrow().lane()).isNotEqualTo(find(2).orElseThrow().lane());
    assertThat(nextInLane(1)).contains(SequentialIds.job(3));
    assertThat(nextInLane(3)).isEmpty();
    assertThat(nextInLane(2)).isEmpty();
  }

  private Optional<JobId> nextInLane(long number) {
    Job job = find(number).orElseThrow();
    return one(jobs -> jobs.nextInLane(job)).map(Job::id);
  }

  @Test
  void a_lane_is_counted_up_to_a_limit() {
    String lane = job(1).lane();
    insert(job(1));
    insert(job(2));
    insert(in(JobState.RUNNING, job(3)));
    insert(job(4, spec("ffprobe")));

    assertThat(this.<Integer>read(jobs -> jobs.lengthOfLane(lane, 10))).isEqualTo(2);
    assertThat(this.<Integer>read(jobs -> jobs.lengthOfLane(lane, 1))).isEqualTo(1);
    assertThat(this.<Integer>read(jobs -> jobs.lengthOfLane("none", 1))).isZero();
  }

  @Test
  void what_is_ahead_is_counted_by_lane_priority_and_age() {
    insert(at(1, place(0)));
    insert(at(2, place(0)));
    insert(at(3, place(5)));
    insert(at(4, place(-5)));
    insert(at(5, new Place(JobClass.LIVE, 0, Optional.empty(), Optional.empty())));
    insert(at(6, new Place(JobClass.LIVE, 0, Optional.of(NOW), Optional.empty())));
    Job second = find(2).orElseThrow();

    assertThat(ahead(second, find(2), ALL)).isEqualTo(1);
    assertThat(ahead(second, find(3), ALL)).isEqualTo(1);
    assertThat(ahead(second, find(4), ALL)).isZero();
    assertThat(ahead(find(4).orElseThrow(), find(2), ALL)).isEqualTo(2);
    assertThat(ahead(find(4).orElseThrow(), find(2), 1)).isEqualTo(1);
    assertThat(this.<Integer>read(jobs -> jobs.lengthOfLanesBefore("2", ALL))).isEqualTo(1);
  }

  private int ahead(Job job, Optional<Job> inLaneOf, int limit) {
    String lane = inLaneOf.orElseThrow().lane();
    return read(jobs -> jobs.aheadInLane(lane, job, limit));
  }

  @Test
  void the_slots_of_each_requester_are_those_of_its_held_jobs() {
    insert(job(1));
    insert(in(JobState.RUNNING, job(2)));
    insert(in(JobState.ASSIGNED, job(3, withOptions(WireSamples.OPTIONS))));
    insert(in(JobState.CANCELING, job(4, spec(new ClientId("bob"), "ffmpeg", Optional.empty()))));
    insert(in(JobState.COMPLETED, job(5)));

    assertThat(this.<Map<ClientId, Integer>>read(JobStore::slotsHeld))
        .isEqualTo(Map.of(Samples.ALICE, 4, new ClientId("bob"), 1));
  }

  @Test
  void a_job_that_is_kept_back_is_in_no_lane_until_it_is_due() {
    Place kept = new Place(JobClass.NORMAL, 0, Optional.of(NOW), Optional.empty());
    insert(at(1, kept));

    assertThat(one(jobs -> jobs.headOfLaneAfter("").map(LaneHead::job))).isEmpty();
    assertThat(ids(jobs -> jobs.dueToQueue(NOW.minusSeconds(1), ALL))).isEmpty();
    assertThat(ids(jobs -> jobs.dueToQueue(NOW, ALL))).containsExactly(SequentialIds.job(1));

    Job seen = find(1).orElseThrow();
    replace(seen, seen.withPlace(place(0)));

    assertThat(one(jobs -> jobs.headOfLaneAfter("").map(LaneHead::job))).isPresent();
    assertThat(ids(jobs -> jobs.dueToQueue(NOW, ALL))).isEmpty();
  }
}
