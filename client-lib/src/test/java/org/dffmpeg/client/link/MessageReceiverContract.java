package org.dffmpeg.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dffmpeg.client.testing.Messages.status;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dffmpeg.client.testing.Reply;
import org.dffmpeg.client.testing.StubCoordinator;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.common.time.Backoff;
import org.dffmpeg.common.time.Sleeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every receiver promises (PROTOCOL 7, K2, K3). */
abstract class MessageReceiverContract {
  static final String PATH = "/poll/jobs/1";
  static final Backoff QUICK = new Backoff(Duration.ofMillis(10), Duration.ofMillis(20), 0);

  final StubCoordinator coordinator = StubCoordinator.start();
  final Heard heard = new Heard();
  final Cursor cursor = Cursor.fromUnsent();
  final Sleeper sleeper = new RealSleeper();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Future<?> listening = CompletableFuture.completedFuture(null);

  /** The receiver under test, for {@link #PATH}. */
  abstract MessageReceiver receiver(SignedHttp http, MessageSink sink);

  @AfterEach
  void close() {
    coordinator.close();
    threads.shutdownNow();
  }

  @Test
  void messages_are_handed_on_in_order() {
    listen();
    coordinator.push(PATH, status(1, JobState.ASSIGNED), status(2, JobState.RUNNING));
    coordinator.push(PATH, status(3, JobState.COMPLETED));

    await().untilAsserted(() -> assertThat(heard.ids()).containsExactlyElementsOf(ids(1, 2, 3)));
  }

  @Test
  void a_message_that_comes_again_is_handed_on_once() {
    listen();
    coordinator.push(PATH, status(1, JobState.ASSIGNED));
    coordinator.push(PATH, status(1, JobState.ASSIGNED), status(2, JobState.RUNNING));

    await().untilAsserted(() -> assertThat(heard.ids()).containsExactlyElementsOf(ids(1, 2)));
  }

  @Test
  void the_next_connection_goes_on_after_the_last_message() {
    listen();
    coordinator.push(PATH, status(7, JobState.ASSIGNED));
    await().untilAsserted(() -> assertThat(heard.ids()).hasSize(1));

    coordinator.channel(PATH).cut();

    await()
        .untilAsserted(
            () ->
                assertThat(coordinator.calls("GET " + PATH))
                    .last()
                    .satisfies(
                        c -> assertThat(c.query()).contains("last_message_id=" + ids(7).get(0))));
    coordinator.push(PATH, status(8, JobState.RUNNING));
    await().untilAsserted(() -> assertThat(heard.ids()).containsExactlyElementsOf(ids(7, 8)));
  }

  @Test
  void another_coordinator_goes_on_after_the_last_message_of_one_that_died() {
    try (StubCoordinator other = StubCoordinator.start()) {
      listening = threads.submit(receiver(Links.toAnyOf(coordinator.url(), other.url()), heard));
      coordinator.push(PATH, status(7, JobState.ASSIGNED));
      await().untilAsserted(() -> assertThat(heard.ids()).hasSize(1));

      coordinator.close();
      other.push(PATH, status(7, JobState.ASSIGNED), status(8, JobState.RUNNING));

      await().untilAsserted(() -> assertThat(heard.ids()).containsExactlyElementsOf(ids(7, 8)));
      assertThat(other.calls("GET " + PATH))
          .first()
          .satisfies(c -> assertThat(c.query()).contains("last_message_id=" + ids(7).get(0)));
    }
  }

  @Test
  void it_ends_when_the_sink_has_heard_enough() {
    heard.enoughAfter(1);
    listen();

    coordinator.push(PATH, status(1, JobState.COMPLETED));

    await().until(() -> listening.isDone());
  }

  @Test
  void it_goes_on_after_answers_that_may_pass() {
    coordinator.answer(
        "GET " + PATH,
        call ->
            coordinator.calls("GET " + PATH).size() < 3
                ? Reply.refusal(503, "later")
                : Reply.of(200, "{\"messages\":[" + Texts.of(status(1, JobState.ASSIGNED)) + "]}"));
    listen();

    await().untilAsserted(() -> assertThat(heard.ids()).containsExactlyElementsOf(ids(1)));
    assertThat(heard.refusals()).isEmpty();
  }

  @Test
  void the_sink_decides_about_a_refusal() {
    coordinator.answer("GET " + PATH, Reply.refusal(403, "no"));

    listen();

    await().until(() -> listening.isDone());
    assertThat(heard.refusals()).hasSize(1);
  }

  @Test
  void what_is_no_message_is_skipped() {
    coordinator.answer(
        "GET " + PATH,
        Reply.of(
            200,
            "{\"messages\":[{\"message_type\":\"of tomorrow\"},"
                + Texts.of(status(2, JobState.RUNNING))
                + "]}"));
    listen();

    await().untilAsserted(() -> assertThat(heard.ids()).containsExactlyElementsOf(ids(2)));
  }

  @Test
  void it_can_be_stopped() {
    MessageReceiver receiver = receiver(Links.to(coordinator), heard);
    listening = threads.submit(receiver);
    await().until(() -> !coordinator.calls("GET " + PATH).isEmpty());

    receiver.stop();

    await().until(() -> listening.isDone());
  }

  final void listen() {
    listening = threads.submit(receiver(Links.to(coordinator), heard));
  }

  static List<MessageId> ids(int... numbers) {
    return Arrays.stream(numbers).mapToObj(SequentialIds::message).toList();
  }

  /** A sink that remembers. */
  static final class Heard implements MessageSink {
    private final List<DownlinkMessage> messages = new CopyOnWriteArrayList<>();
    private final List<Answer> refusals = new CopyOnWriteArrayList<>();
    private volatile int enough = Integer.MAX_VALUE;

    void enoughAfter(int count) {
      enough = count;
    }

    List<MessageId> ids() {
      return messages.stream().map(DownlinkMessage::messageId).toList();
    }

    List<Answer> refusals() {
      return refusals;
    }

    @Override
    public boolean receive(List<DownlinkMessage> batch) {
      messages.addAll(batch);
      return messages.size() < enough;
    }

    @Override
    public boolean refused(Answer answer) {
      refusals.add(answer);
      return false;
    }
  }
}
