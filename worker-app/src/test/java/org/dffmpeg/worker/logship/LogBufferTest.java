package org.dffmpeg.worker.logship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.worker.testing.ManualTicker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** G1, G2. */
@Timeout(30)
class LogBufferTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int ROOM = 1000;
  private final ManualTicker ticker = new ManualTicker();

  @Test
  void a_full_batch_is_taken_without_waiting() throws Exception {
    LogBuffer buffer = buffer(2, HOUR);
    add(buffer, "a", "b", "c");

    assertThat(texts(buffer.take(HOUR))).containsExactly("a", "b");
  }

  @Test
  void a_batch_is_taken_when_its_window_closes() throws Exception {
    LogBuffer buffer = buffer(100, Duration.ofMillis(10));
    add(buffer, "a");

    assertThat(texts(buffer.take(HOUR))).containsExactly("a");
  }

  @Test
  void the_window_counts_from_the_first_line_and_not_from_the_taking() throws Exception {
    LogBuffer buffer = buffer(100, HOUR);
    add(buffer, "a");
    ticker.advance(HOUR);

    assertThat(texts(buffer.take(HOUR))).containsExactly("a");
  }

  /** The end of a job must not wait for a window. */
  @Test
  void a_closed_buffer_gives_what_it_has_at_once() throws Exception {
    LogBuffer buffer = buffer(100, HOUR);
    add(buffer, "a");
    CompletableFuture<LogBuffer.Batch> batch = CompletableFuture.supplyAsync(() -> take(buffer));

    buffer.close();

    assertThat(texts(batch.join())).containsExactly("a");
    assertThat(buffer.take(HOUR).isEmpty()).isTrue();
  }

  @Test
  void a_producer_waits_while_batches_are_taken_and_loses_nothing() throws Exception {
    LogBuffer buffer = buffer(2, HOUR);
    CompletableFuture<Void> producer =
        CompletableFuture.runAsync(() -> add(buffer, "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    await().until(() -> !producer.isDone());

    for (int i = 1; i <= 7; i += 2) {
      LogBuffer.Batch batch = buffer.take(HOUR);
      assertThat(texts(batch)).containsExactly(Integer.toString(i), Integer.toString(i + 1));
      assertThat(batch.droppedBefore()).isZero();
    }
    producer.join();
  }

  @Test
  void a_burst_after_a_silence_has_all_the_patience() throws Exception {
    LogBuffer buffer = buffer(2, HOUR);
    CompletableFuture<LogBuffer.Batch> first = CompletableFuture.supplyAsync(() -> take(buffer));
    ticker.advance(LogBuffer.PATIENCE.plusSeconds(1));
    add(buffer, "1", "2");
    assertThat(texts(first.join())).containsExactly("1", "2");

    CompletableFuture<Void> producer =
        CompletableFuture.runAsync(() -> add(buffer, "3", "4", "5", "6", "7", "8", "9", "10"));
    await().during(Duration.ofMillis(100)).until(() -> !producer.isDone());

    for (int i = 3; i <= 9; i += 2) {
      LogBuffer.Batch batch = buffer.take(HOUR);
      assertThat(texts(batch)).containsExactly(Integer.toString(i), Integer.toString(i + 1));
      assertThat(batch.droppedBefore()).isZero();
    }
    producer.join();
  }

  @Test
  void the_oldest_lines_go_when_nothing_was_taken_for_long() throws Exception {
    LogBuffer buffer = buffer(100, Duration.ZERO);
    ticker.advance(LogBuffer.PATIENCE.plusSeconds(1));

    add(buffer, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10");

    buffer.close();
    LogBuffer.Batch batch = buffer.take(HOUR);
    assertThat(texts(batch)).endsWith("9", "10").doesNotContain("1");
    assertThat(batch.droppedBefore()).isPositive();
    assertThat(batch.droppedBefore() + batch.lines().size()).isEqualTo(10);
  }

  @Test
  void a_batch_is_bounded_in_bytes() throws Exception {
    LogBuffer buffer =
        new LogBuffer(100 * BatchSize.MOST_BYTES, new BatchSize(10_000, Duration.ZERO), ticker);
    String large = "x".repeat(64 * 1024);
    for (int i = 0; i < 100; i++) {
      add(buffer, large);
    }

    int bytes = buffer.take(HOUR).lines().stream().mapToInt(Line::bytes).sum();

    assertThat(bytes).isBetween(BatchSize.MOST_BYTES, BatchSize.MOST_BYTES + 65 * 1024);
  }

  private LogBuffer buffer(int lines, Duration window) {
    return new LogBuffer(ROOM / 2, new BatchSize(lines, window), ticker);
  }

  private static void add(LogBuffer buffer, String... texts) {
    for (String text : texts) {
      buffer.add(new Line(SequentialIds.log(1), LogStream.STDERR, text, Instant.EPOCH));
    }
  }

  private static LogBuffer.Batch take(LogBuffer buffer) {
    try {
      return buffer.take(HOUR);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(LogBuffer.Batch batch) {
    return batch.lines().stream().map(Line::text).toList();
  }
}
