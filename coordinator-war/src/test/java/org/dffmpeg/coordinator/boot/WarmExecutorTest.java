package org.dffmpeg.coordinator.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmExecutorTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(10);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger lent = new AtomicInteger();
  private final Executor server =
      task -> {
        asked.incrementAndGet();
        lent.incrementAndGet();
        threads.execute(
            () -> {
              task.run();
              lent.decrementAndGet();
            });
      };

  @AfterEach
  void end() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void the_server_is_asked_for_threads_not_for_tasks() {
    WarmExecutor executor = new WarmExecutor(server, 4, LONG);

    for (int i = 0; i < 100; i++) {
      CompletableFuture.runAsync(() -> {}, executor).join();
    }

    assertThat(asked).hasValueLessThanOrEqualTo(4);
  }

  @Test
  void no_more_threads_are_taken_than_allowed_and_every_task_runs() throws Exception {
    WarmExecutor executor = new WarmExecutor(server, 2, LONG);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Runnable task =
        () -> {
          atOnce.incrementAndGet();
          awaitUninterrupted(release);
          done.incrementAndGet();
        };

    for (int i = 0; i < 20; i++) {
      executor.execute(task);
    }

    await().until(() -> atOnce.get() == 2);
    assertThat(asked).hasValue(2);
    release.countDown();
    await().until(() -> done.get() == 20);
  }

  @Test
  void a_thread_with_nothing_to_do_goes_back_and_comes_again_when_needed() {
    WarmExecutor executor = new WarmExecutor(server, 4, SHORT);

    CompletableFuture.runAsync(() -> {}, executor).join();
    await().until(() -> lent.get() == 0);
    CompletableFuture.runAsync(() -> {}, executor).join();

    assertThat(asked).hasValue(2);
  }

  @Test
  void nothing_is_forgotten_while_threads_come_and_go() {
    WarmExecutor executor = new WarmExecutor(server, 3, Duration.ofMillis(1));
    AtomicInteger done = new AtomicInteger();

    for (int i = 0; i < 20_000; i++) {
      executor.execute(done::incrementAndGet);
    }

    await().until(() -> done.get() == 20_000);
  }

  @Test
  void a_task_that_fails_does_not_take_its_thread_along() {
    WarmExecutor executor = new WarmExecutor(server, 1, LONG);

    executor.execute(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    CompletableFuture.runAsync(() -> {}, executor).join();

    assertThat(asked).hasValue(1);
  }

  @Test
  void a_server_that_lends_no_thread_is_told_of() {
    WarmExecutor executor =
        new WarmExecutor(
            task -> {
              throw new RejectedExecutionException("shutting down");
            },
            4,
            LONG);

    assertThatThrownBy(() -> executor.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
