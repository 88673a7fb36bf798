package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.W1;
import static org.dffmpeg.coordinator.stores.Samples.in;
import static org.dffmpeg.coordinator.stores.Samples.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.retention.Aged;
import org.dffmpeg.coordinator.core.retention.RetentionStore;
import org.dffmpeg.coordinator.core.retention.Sweep;
import org.junit.jupiter.api.Test;

/** What every {@link RetentionStore} promises. */
public abstract class RetentionStoreContract {
  private static final JobId JOB = SequentialIds.job(1);
  private static final Instant SOON = NOW.plusSeconds(100);
  private static final int ALL = 100;

  protected abstract Stores stores();

  @Test
  void ended_jobs_are_paged_oldest_first_and_active_ones_left_out() {
    ended(3, 5);
    ended(1, 5);
    ended(2, 9);
    ended(4, 1);
    insert(JobState.RUNNING, 5, 0);

    List<Aged> first = page(store -> store.endedJobs(Aged.FIRST, SOON, 2));
    List<Aged> rest = page(store -> store.endedJobs(first.get(1), SOON, ALL));

    assertThat(first).containsExactly(aged(4, 1), aged(1, 5));
    assertThat(rest).containsExactly(aged(3, 5), aged(2, 9));
    assertThat(page(store -> store.endedJobs(Aged.FIRST, NOW.plusSeconds(5), ALL)))
        .containsExactly(aged(4, 1));
  }

  @Test
  void the_count_reaches_back_to_the_oldest_that_it_keeps() {
    ended(1, 1);
    ended(2, 2);
    ended(3, 3);
    insert(JobState.PENDING, 4, 0);

    assertThat(oldestOf(2)).contains(NOW.plusSeconds(2));
    assertThat(oldestOf(4)).isEmpty();
  }

  @Test
  void logs_go_without_the_news_and_the_news_without_the_logs() {
    ended(1, 1);
    ended(2, 1);
    say(Channel.of(JOB), Samples.logs(1), Samples.status(2, JOB, JobState.COMPLETED));
    say(Channel.of(SequentialIds.job(2)), Samples.logs(1));

    change(store -> store.deleteLogs(JOB, ALL));
    assertThat(heard(Channel.of(JOB))).containsExactly(SequentialIds.message(2));
    assertThat(heard(Channel.of(SequentialIds.job(2)))).hasSize(1);

    say(Channel.of(JOB), Samples.logs(3));
    change(store -> store.deleteNews(JOB, ALL));
    assertThat(heard(Channel.of(JOB))).containsExactly(SequentialIds.message(3));
  }

  @Test
  void of_many_messages_the_oldest_go_first_and_no_more_than_asked_for() {
    ended(1, 1);
    Channel channel = Channel.of(JOB);
    say(channel, Samples.logs(1), Samples.status(2, JOB, JobState.COMPLETED), Samples.logs(3));
    say(channel, Samples.logs(4), Samples.logs(5));

    assertThat(deleted(store -> store.deleteLogs(JOB, 2))).isEqualTo(2);
    assertThat(heard(channel)).isEqualTo(messages(2, 4, 5));
    assertThat(deleted(store -> store.deleteMessages(JOB, 2))).isEqualTo(2);
    assertThat(heard(channel)).isEqualTo(messages(5));
    assertThat(deleted(store -> store.deleteMessages(JOB, 2))).isEqualTo(1);
  }

  private static List<MessageId> messages(long... numbers) {
    return LongStream.of(numbers).mapToObj(SequentialIds::message).toList();
  }

  private int deleted(ToIntFunction<RetentionStore> deletion) {
    return stores().transactions().write(unit -> deletion.applyAsInt(stores().retention()));
  }

  @Test
  void an_ended_job_goes_with_all_its_messages() {
    ended(1, 1);
    say(Channel.of(JOB), Samples.logs(1), Samples.status(2, JOB, JobState.COMPLETED));

    change(store -> store.deleteEnded(List.of(JOB, SequentialIds.job(9))));

    assertThat(jobs(1)).isEmpty();
    ended(1, 1);
    assertThat(heard(Channel.of(JOB))).isEmpty();
  }

  @Test
  void a_job_that_has_not_ended_stays() {
    insert(JobState.RUNNING, 1, 0);

    change(store -> store.deleteEnded(List.of(JOB)));

    assertThat(jobs(1)).isPresent();
  }

  @Test
  void offline_workers_are_paged_by_when_they_were_seen() {
    worker("a", WorkerState.OFFLINE);
    worker("b", WorkerState.OFFLINE);
    worker("c", WorkerState.ONLINE);

    List<Aged> first = page(store -> store.offlineWorkers(Aged.FIRST, SOON, 1));

    assertThat(first).containsExactly(new Aged(NOW, "a"));
    assertThat(page(store -> store.offlineWorkers(first.get(0), SOON, ALL)))
        .containsExactly(new Aged(NOW, "b"));
    assertThat(page(store -> store.offlineWorkers(Aged.FIRST, NOW, ALL))).isEmpty();
  }

  @Test
  void an_offline_worker_goes_with_its_messages() {
    worker("w1", WorkerState.OFFLINE);
    say(Channel.of(W1), Samples.token(1));

    change(store -> store.deleteOffline(W1, NOW));

    assertThat(workers("w1")).isFalse();
    worker("w1", WorkerState.OFFLINE);
    assertThat(heard(Channel.of(W1))).isEmpty();
  }

  @Test
  void a_worker_that_was_seen_again_or_is_present_or_holds_a_job_stays() {
    worker("w1", WorkerState.OFFLINE);
    worker("w2", WorkerState.DRAINING);
    worker("w3", WorkerState.OFFLINE);
    stores()
        .transactions()
        .write(
            unit -> {
              stores().jobs().insert(in(JobState.RUNNING, job(1), new WorkerId("w3"), NOW));
              return unit;
            });

    change(store -> store.deleteOffline(W1, NOW.minusSeconds(1)));
    change(store -> store.deleteOffline(new WorkerId("w2"), NOW));
    change(store -> store.deleteOffline(new WorkerId("w3"), NOW));

    assertThat(List.of(workers("w1"), workers("w2"), workers("w3"))).containsOnly(true);
  }

  @Test
  void each_sweep_has_a_mark_that_never_moves_back() {
    assertThat(mark(Sweep.LOGS)).isEqualTo(Aged.FIRST);

    change(store -> store.moveMark(Sweep.LOGS, aged(2, 5)));
    change(store -> store.moveMark(Sweep.LOGS, aged(1, 5)));
    assertThat(mark(Sweep.LOGS)).isEqualTo(aged(2, 5));

    change(store -> store.moveMark(Sweep.LOGS, aged(1, 6)));
    assertThat(mark(Sweep.LOGS)).isEqualTo(aged(1, 6));
    assertThat(mark(Sweep.MESSAGES)).isEqualTo(Aged.FIRST);
  }

  private static Aged aged(long number, int second) {
    return new Aged(NOW.plusSeconds(second), SequentialIds.job(number).value());
  }

  private void ended(long number, int second) {
    insert(JobState.COMPLETED, number, second);
  }

  private void insert(JobState state, long number, int second) {
    stores()
        .transactions()
        .write(
            unit -> {
              stores().jobs().insert(in(state, job(number), W1, NOW.plusSeconds(second)));
              return unit;
            });
  }

  private void worker(String id, WorkerState state) {
    stores()
        .transactions()
        .write(
            unit -> {
              stores().workers().insert(Samples.worker(id, state, 1));
              return unit;
            });
  }

  private void say(Channel channel, DownlinkMessage... messages) {
    stores()
        .transactions()
        .write(
            unit -> {
              stores().messages().append(channel, List.of(messages));
              return unit;
            });
  }

  private Optional<?> jobs(long number) {
    return stores().transactions().read(unit -> stores().jobs().find(SequentialIds.job(number)));
  }

  private boolean workers(String id) {
    return stores()
        .transactions()
        .read(unit -> stores().workers().find(new WorkerId(id)).isPresent());
  }

  private List<MessageId> heard(Channel channel) {
    return stores()
        .transactions()
        .read(
            unit ->
                stores()
                    .messages()
                    .after(channel, SequentialIds.message(0), ALL)
                    .messages()
                    .stream()
                    .map(DownlinkMessage::messageId)
                    .toList());
  }

  private Optional<Instant> oldestOf(int count) {
    return stores().transactions().read(unit -> stores().retention().oldestOfNewest(count));
  }

  private Aged mark(Sweep sweep) {
    return stores().transactions().read(unit -> stores().retention().mark(sweep));
  }

  private List<Aged> page(Function<RetentionStore, List<Aged>> question) {
    return stores().transactions().read(unit -> question.apply(stores().retention()));
  }

  private void change(Consumer<RetentionStore> change) {
    stores()
        .transactions()
        .write(
            unit -> {
              change.accept(stores().retention());
              return unit;
            });
  }
}
