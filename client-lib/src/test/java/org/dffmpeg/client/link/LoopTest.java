package org.dffmpeg.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
  private static final Duration LONG = Duration.ofHours(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger ticks = new AtomicInteger();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void it_waits_as_long_as_its_body_says() {
    threads.execute(new Loop("test", () -> ticks.incrementAndGet() < 5 ? Duration.ZERO : LONG));

    await().until(() -> ticks.get() == 5);
  }

  @Test
  void it_can_be_woken() {
    Loop loop = new Loop("test", this::count);
    threads.execute(loop);
    await().until(() -> ticks.get() == 1);

    loop.wake();

    await().until(() -> ticks.get() == 2);
  }

  @Test
  void it_stops_in_the_middle_of_a_pause() {
    Loop loop = new Loop("test", this::count);
    Future<?> running = threads.submit(loop);
    await().until(() -> ticks.get() == 1);

    loop.stop();

    await().until(running::isDone);
    assertThat(ticks).hasValue(1);
  }

  @Test
  void it_survives_a_failure_of_its_body() {
    Loop loop =
        new Loop(
            "test",
            () -> {
              count();
              throw new IllegalStateException("on purpose");
            });
    threads.execute(loop);
    await().until(() -> ticks.get() == 1);

    loop.wake();

    await().until(() -> ticks.get() == 2);
  }

  @Test
  void one_that_was_stopped_before_its_first_time_does_nothing() {
    Loop loop = new Loop("test", this::count);
    loop.stop();

    loop.runAfter(LONG);

    assertThat(ticks).hasValue(0);
  }

  private Duration count() {
    ticks.incrementAndGet();
    return LONG;
  }
}
