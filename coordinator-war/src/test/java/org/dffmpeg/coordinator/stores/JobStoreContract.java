package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.W1;
import static org.dffmpeg.coordinator.stores.Samples.in;
import static org.dffmpeg.coordinator.stores.Samples.job;
import static org.dffmpeg.coordinator.stores.Samples.spec;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.common.testing.WireSamples;
import org.dffmpeg.coordinator.core.job.Attempt;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobSpec;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.JobStore.JobCount;
import org.dffmpeg.coordinator.core.job.JobStore.LaneHead;
import org.dffmpeg.coordinator.core.job.Place;
import org.dffmpeg.coordinator.core.job.Watch;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link JobStore} promises. */
public abstract class JobStoreContract {
  private static final int ALL = 100;

  protected abstract Stores stores();

  @ParameterizedTest
  @EnumSource(JobState.class)
  void a_job_comes_back_as_it_was_stored(JobState state) {
    Job stored = in(state, job(1));

    insert(stored);

    assertThat(find(1)).contains(stored);
  }

  @Test
  void an_unknown_job_is_not_found() {
    assertThat(find(1)).isEmpty();
  }

  @Test
  void whose_job_it_is_is_known() {
    insert(keyed(1, "alice", "k"));

    assertThat(one(jobs -> jobs.requesterOf(SequentialIds.job(1)))).contains(new ClientId("alice"));
    assertThat(one(jobs -> jobs.requesterOf(SequentialIds.job(2)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(JobState.class)
  void a_replaced_job_comes_back_with_the_next_version(JobState state) {
    insert(in(JobState.RUNNING, job(1)));
    Job next = in(state, job(1)).withTail(tail());

    boolean first = replace(find(1).orElseThrow(), next);

    assertThat(first).isTrue();
    assertThat(find(1).orElseThrow().version()).isEqualTo(1);
    assertThat(find(1).orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(next);
  }

  private static Job.Tail tail() {
    return new Job.Tail(Optional.of(SequentialIds.message(7)), Optional.of(Samples.log(8)));
  }

  @Test
  void only_the_first_of_two_who_saw_the_same_job_wins() {
    insert(job(1));
    Job seen = find(1).orElseThrow();

    boolean first = replace(seen, in(JobState.ASSIGNED, seen));
    boolean second = replace(seen, in(JobState.CANCELED, seen));

    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(find(1).orElseThrow().state()).isEqualTo(JobState.ASSIGNED);
  }

  @Test
  void an_id_is_taken_once() {
    insert(job(1));

    assertThatThrownBy(() -> insert(job(1))).isInstanceOf(ConflictException.class);
  }

  @Test
  void an_idempotency_key_is_taken_once_by_each_requester() {
    insert(keyed(1, "alice", "k"));
    insert(keyed(2, "bob", "k"));
    insert(keyed(3, "alice", "other"));

    assertThatThrownBy(() -> insert(keyed(4, "alice", "k"))).isInstanceOf(ConflictException.class);
    assertThat(one(jobs -> jobs.findByIdempotencyKey(new ClientId("bob"), "k")))
        .contains(keyed(2, "bob", "k"));
    assertThat(one(jobs -> jobs.findByIdempotencyKey(new ClientId("bob"), "other"))).isEmpty();
  }

  private static Job keyed(long number, String requester, String key) {
    JobSpec.Idempotency idempotency = new JobSpec.Idempotency(key, "hash");
    return job(number, spec(new ClientId(requester), "ffmpeg", Optional.of(idempotency)));
  }

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

  @Test
  void jobs_that_wait_for_too_long_are_found_by_their_deadline() {
    insert(at(1, new Place(JobClass.BATCH, 0, Optional.empty(), Optional.of(NOW))));
    insert(at(2, place(0)));

    assertThat(ids(jobs -> jobs.queueOverdue(NOW, ALL))).isEmpty();
    assertThat(ids(jobs -> jobs.queueOverdue(NOW.plusSeconds(1), ALL)))
        .containsExactly(SequentialIds.job(1));
  }

  private static Job at(long number, Place place) {
    return job(number).withPlace(place);
  }

  private static Place place(int priority) {
    return new Place(JobClass.NORMAL, priority, Optional.empty(), Optional.empty());
  }

  @Test
  void every_option_of_a_job_comes_back() {
    Job stored = job(1, withOptions(WireSamples.OPTIONS));

    insert(stored);

    assertThat(find(1)).contains(stored);
  }

  private static JobSpec withOptions(JobOptions options) {
    JobSpec plain = spec("ffmpeg");
    return new JobSpec(
        plain.requester(),
        plain.binary(),
        plain.arguments(),
        plain.paths(),
        plain.workingDirectory(),
        plain.heartbeatInterval(),
        plain.callback(),
        options,
        plain.idempotency(),
        plain.createdAt());
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

  private static List<Long> numbers(List<Job> jobs) {
    return jobs.stream().map(job -> Long.valueOf(job.id().value())).toList();
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

  private void insert(Job job) {
    stores()
        .transactions()
        .write(
            unit -> {
              stores().jobs().insert(job);
              return job;
            });
  }

  private boolean replace(Job seen, Job next) {
    return stores().transactions().write(unit -> stores().jobs().replace(seen, next));
  }

  private Optional<Job> find(long number) {
    return one(jobs -> jobs.find(SequentialIds.job(number)));
  }

  private <T> Optional<T> one(Function<JobStore, Optional<T>> question) {
    return read(question);
  }

  private List<Job> list(Function<JobStore, List<Job>> question) {
    return read(question);
  }

  private List<JobId> ids(Function<JobStore, List<JobId>> question) {
    return read(question);
  }

  private <T> T read(Function<JobStore, T> question) {
    return stores().transactions().read(unit -> question.apply(stores().jobs()));
  }
}
