package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dffmpeg.coordinator.stores.Samples.in;
import static org.dffmpeg.coordinator.stores.Samples.job;
import static org.dffmpeg.coordinator.stores.Samples.spec;

import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.common.testing.WireSamples;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobSpec;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes into a {@link JobStore} comes out of it, and changes by compare-and-set. */
public abstract class JobRoundTripContract extends JobStoreContract {
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
  void every_option_of_a_job_comes_back() {
    Job stored = job(1, withOptions(WireSamples.OPTIONS));

    insert(stored);

    assertThat(find(1)).contains(stored);
  }
}
