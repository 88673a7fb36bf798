package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.W1;
import static org.dffmpeg.coordinator.stores.Samples.job;
import static org.dffmpeg.coordinator.stores.Samples.logs;
import static org.dffmpeg.coordinator.stores.Samples.request;
import static org.dffmpeg.coordinator.stores.Samples.status;
import static org.dffmpeg.coordinator.stores.Samples.token;
import static org.dffmpeg.coordinator.stores.Samples.worker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.delivery.Batch;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link OutboxStore} promises. */
public abstract class OutboxStoreContract {
  private static final int ALL = 1000;
  private static final JobId JOB = SequentialIds.job(1);
  private static final JobId OTHER_JOB = SequentialIds.job(2);
  private static final Channel TO_CLIENT = Channel.of(JOB);
  private static final Channel TO_WORKER = Channel.of(W1);

  protected abstract Stores stores();

  @BeforeEach
  void the_owners_of_the_channels_exist() {
    stores()
        .transactions()
        .write(
            unit -> {
              stores().jobs().insert(job(1));
              stores().jobs().insert(job(2));
              stores().workers().insert(worker("w1", 4));
              return unit;
            });
  }

  @Test
  void every_kind_of_message_comes_back_as_it_was_stored() {
    List<DownlinkMessage> messages =
        List.of(token(1), request(2, JOB), status(3, JOB, JobState.CANCELING));
    append(TO_WORKER, messages);
    append(TO_CLIENT, List.of(logs(1)));

    assertThat(after(TO_WORKER, 0)).isEqualTo(messages);
    assertThat(after(TO_CLIENT, 0)).containsExactly(logs(1));
  }

  @Test
  void a_line_of_ten_megabytes_is_kept() {
    String line = "x".repeat(10_000_000);
    LogEntry entry = new LogEntry(Samples.log(1), LogStream.STDOUT, line, NOW);
    DownlinkMessage large = with(logs(1), new Payload.JobLogs(List.of(entry)));

    append(TO_CLIENT, List.of(large));

    assertThat(after(TO_CLIENT, 0)).containsExactly(large);
  }

  private static DownlinkMessage with(DownlinkMessage message, Payload payload) {
    return new DownlinkMessage(
        message.messageId(),
        message.senderId(),
        message.recipientId(),
        message.jobId(),
        message.timestamp(),
        null,
        payload);
  }

  @Test
  void after_a_cursor_come_the_greater_ids_in_order() {
    append(TO_CLIENT, List.of(logs(3), logs(1), logs(2)));

    assertThat(after(TO_CLIENT, 1)).containsExactly(logs(2), logs(3));
    Batch limited = batch(messages -> messages.after(TO_CLIENT, id(0), 2));
    assertThat(limited).isEqualTo(new Batch(List.of(logs(1), logs(2)), true));
    assertThat(batch(messages -> messages.after(TO_CLIENT, id(0), 4)).more()).isFalse();
  }

  @Test
  void no_more_is_read_than_a_batch_may_hold() {
    DownlinkMessage small = logs(1);
    DownlinkMessage half = large(2, (int) Batch.MOST_BYTES / 2);
    DownlinkMessage whole = large(3, (int) Batch.MOST_BYTES);
    DownlinkMessage last = logs(4);
    append(TO_CLIENT, List.of(small, half, whole, last));

    assertThat(batch(0)).isEqualTo(new Batch(List.of(small, half), true));
    assertThat(batch(2)).isEqualTo(new Batch(List.of(whole), true));
    assertThat(batch(3)).isEqualTo(new Batch(List.of(last), false));
    assertThat(batch(messages -> messages.unsent(TO_CLIENT, ALL)).messages())
        .containsExactly(small, half);
    assertThat(read(messages -> messages.logsAfter(JOB, id(1), ALL))).containsExactly(half);
    assertThat(read(messages -> messages.newestLogs(JOB, ALL))).containsExactly(last);
  }

  private Batch batch(long cursor) {
    return batch(messages -> messages.after(TO_CLIENT, id(cursor), ALL));
  }

  private static DownlinkMessage large(long number, int characters) {
    LogEntry entry =
        new LogEntry(Samples.log(number), LogStream.STDOUT, "x".repeat(characters), NOW);
    return with(logs(number), new Payload.JobLogs(List.of(entry)));
  }

  @Test
  void channels_do_not_mix() {
    append(TO_CLIENT, List.of(logs(1)));
    append(Channel.of(OTHER_JOB), List.of(logs(2)));

    assertThat(after(TO_CLIENT, 0)).containsExactly(logs(1));
  }

  @Test
  void unsent_is_what_lies_above_the_mark() {
    append(TO_CLIENT, List.of(logs(1), logs(2), logs(3)));
    assertThat(unsent(TO_CLIENT)).hasSize(3);

    mark(TO_CLIENT, 2, NOW);

    assertThat(unsent(TO_CLIENT)).containsExactly(logs(3));
    assertThat(after(TO_CLIENT, 0))
        .extracting(DownlinkMessage::sentAt)
        .containsExactly(NOW, NOW, null);
  }

  @Test
  void a_mark_never_moves_back() {
    append(TO_WORKER, List.of(token(1), token(2)));

    mark(TO_WORKER, 2, NOW);
    mark(TO_WORKER, 1, NOW.plusSeconds(1));

    assertThat(unsent(TO_WORKER)).isEmpty();
  }

  @Test
  void many_marks_move_at_once() {
    append(TO_WORKER, List.of(token(1)));
    append(TO_CLIENT, List.of(logs(1)));

    change(messages -> messages.markSent(Map.of(TO_WORKER, id(1), TO_CLIENT, id(1)), NOW));

    assertThat(unsent(TO_WORKER)).isEmpty();
    assertThat(unsent(TO_CLIENT)).isEmpty();
  }

  @Test
  void for_a_new_process_everything_is_unsent_again() {
    append(TO_WORKER, List.of(token(1), request(2, JOB)));
    mark(TO_WORKER, 2, NOW);

    change(messages -> messages.markUnsent(TO_WORKER));

    assertThat(unsent(TO_WORKER)).containsExactly(token(1), request(2, JOB));
  }

  @Test
  void whether_something_about_a_job_is_unsent_is_known() {
    append(TO_WORKER, List.of(request(1, JOB)));

    assertThat(hasUnsentAbout(JOB)).isTrue();
    assertThat(hasUnsentAbout(OTHER_JOB)).isFalse();

    mark(TO_WORKER, 1, NOW);

    assertThat(hasUnsentAbout(JOB)).isFalse();
  }

  private boolean hasUnsentAbout(JobId job) {
    return stores().transactions().read(unit -> stores().messages().hasUnsentAbout(TO_WORKER, job));
  }

  @Test
  void an_answered_request_goes_and_what_came_later_stays() {
    DownlinkMessage cancel = status(2, JOB, JobState.CANCELING);
    append(TO_WORKER, List.of(request(1, JOB), cancel, request(3, OTHER_JOB)));

    change(messages -> messages.deleteRequests(TO_WORKER, JOB));

    assertThat(after(TO_WORKER, 0)).containsExactly(cancel, request(3, OTHER_JOB));
  }

  @Test
  void everything_about_a_job_goes() {
    append(TO_WORKER, List.of(request(1, JOB), status(2, JOB, JobState.CANCELING)));
    append(TO_WORKER, List.of(request(3, OTHER_JOB)));

    change(messages -> messages.deleteAbout(TO_WORKER, JOB));

    assertThat(after(TO_WORKER, 0)).containsExactly(request(3, OTHER_JOB));
  }

  @Test
  void tokens_go() {
    append(TO_WORKER, List.of(token(1), request(2, JOB), token(3)));

    change(messages -> messages.deleteTokens(TO_WORKER));

    assertThat(after(TO_WORKER, 0)).containsExactly(request(2, JOB));
  }

  @Test
  void what_was_heard_before_a_token_goes_save_requests() {
    DownlinkMessage later = status(4, JOB, JobState.CANCELED);
    append(
        TO_WORKER,
        List.of(status(1, OTHER_JOB, JobState.CANCELED), request(2, JOB), token(3), later));

    change(messages -> messages.deleteHeard(TO_WORKER, id(3)));

    assertThat(after(TO_WORKER, 0)).containsExactly(request(2, JOB), later);
  }

  @Test
  void logs_are_read_forwards_from_a_cursor() {
    append(TO_CLIENT, List.of(logs(1), status(2, JOB, JobState.RUNNING), logs(3), logs(4)));

    assertThat(read(messages -> messages.logsAfter(JOB, id(0), 2)))
        .containsExactly(logs(1), logs(3));
    assertThat(read(messages -> messages.logsAfter(JOB, id(3), ALL))).containsExactly(logs(4));
  }

  @Test
  void the_newest_logs_are_read_in_order() {
    append(TO_CLIENT, List.of(logs(1), logs(2), logs(3), status(4, JOB, JobState.COMPLETED)));

    assertThat(read(messages -> messages.newestLogs(JOB, 2))).containsExactly(logs(2), logs(3));
  }

  private static MessageId id(long number) {
    return SequentialIds.message(number);
  }

  private void append(Channel channel, List<DownlinkMessage> messages) {
    change(store -> store.append(channel, messages));
  }

  private void mark(Channel channel, long through, Instant at) {
    change(messages -> messages.markSent(Map.of(channel, id(through)), at));
  }

  private List<DownlinkMessage> after(Channel channel, long cursor) {
    return batch(messages -> messages.after(channel, id(cursor), ALL)).messages();
  }

  private List<DownlinkMessage> unsent(Channel channel) {
    return batch(messages -> messages.unsent(channel, ALL)).messages();
  }

  private void change(Consumer<OutboxStore> change) {
    stores()
        .transactions()
        .write(
            unit -> {
              change.accept(stores().messages());
              return unit;
            });
  }

  private List<DownlinkMessage> read(Function<OutboxStore, List<DownlinkMessage>> question) {
    return stores().transactions().read(unit -> question.apply(stores().messages()));
  }

  private Batch batch(Function<OutboxStore, Batch> question) {
    return stores().transactions().read(unit -> question.apply(stores().messages()));
  }
}
