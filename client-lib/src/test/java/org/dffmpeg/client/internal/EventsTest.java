package org.dffmpeg.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsTest {
  private final Events events = new Events();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Thread teller = new Thread(events, "teller");

  @AfterEach
  void stop() {
    teller.interrupt();
  }

  @Test
  void an_error_of_a_listener_does_not_end_the_telling() throws Exception {
    events.add(
        () -> {
          throw new StackOverflowError("on purpose");
        },
        0);
    events.add(() -> told.add("next"), 0);

    teller.start();

    await().until(() -> told.contains("next"));
  }

  @Test
  void who_brings_more_text_than_there_is_room_for_waits() throws Exception {
    AtomicBoolean brought = new AtomicBoolean();
    Thread producer =
        new Thread(
            () -> {
              try {
                events.add(() -> told.add("second"), Events.MOST_CHARACTERS / 2);
                brought.set(true);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    events.add(() -> told.add("first"), Events.MOST_CHARACTERS / 2);

    producer.start();
    await().until(() -> producer.getState() == Thread.State.WAITING);
    assertThat(brought).isFalse();

    teller.start();
    await().untilAsserted(() -> assertThat(told).containsExactly("first", "second"));
  }

  @Test
  void the_largest_text_finds_room() throws Exception {
    teller.start();

    events.add(() -> told.add("large"), Events.MOST_CHARACTERS * 2);

    await().until(() -> told.contains("large"));
  }
}
