package org.dffmpeg.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dffmpeg.client.testing.Messages.status;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dffmpeg.client.testing.Call;
import org.dffmpeg.common.job.JobState;
import org.junit.jupiter.api.Test;

class StreamingReceiverTest extends MessageReceiverContract {
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  @Override
  MessageReceiver receiver(SignedHttp http, MessageSink sink) {
    Poll poll = new Poll(PATH, Duration.ofSeconds(1));
    return new StreamingReceiver(
        http,
        poll,
        cursor,
        sink,
        QUICK,
        pause -> {
          pauses.add(pause);
          sleeper.sleep(pause);
        },
        Links.NO_CHANCE);
  }

  @Test
  void it_asks_for_a_stream_of_lines_and_for_signs_of_life() {
    listen();

    await().until(() -> !coordinator.calls("GET " + PATH).isEmpty());
    Call call = coordinator.calls("GET " + PATH).get(0);
    assertThat(call.header("accept")).isEqualTo("application/x-ndjson,application/json;q=0.9");
    assertThat(call.query()).isEqualTo("wait=1");
  }

  @Test
  void one_connection_carries_many_batches() {
    listen();
    for (int i = 1; i <= 50; i++) {
      coordinator.push(PATH, status(i, JobState.RUNNING));
    }

    await().untilAsserted(() -> assertThat(heard.ids()).hasSize(50));
    assertThat(coordinator.calls("GET " + PATH)).hasSize(1);
  }

  /** PITFALLS W38: a drained coordinator ends streams cleanly, and all peers would spin. */
  @Test
  void it_pauses_after_a_clean_end_too() {
    listen();
    await().until(() -> coordinator.channel(PATH).listeners() == 1);

    coordinator.channel(PATH).cut();

    await().until(() -> coordinator.calls("GET " + PATH).size() >= 2);
    assertThat(pauses).isNotEmpty();
  }

  @Test
  void a_line_that_is_no_batch_is_skipped() {
    listen();
    coordinator.channel(PATH).pushRaw("{\"messages\": 3");
    coordinator.push(PATH, status(1, JobState.RUNNING));

    await().untilAsserted(() -> assertThat(heard.ids()).containsExactlyElementsOf(ids(1)));
    assertThat(coordinator.calls("GET " + PATH)).hasSize(1);
  }
}
