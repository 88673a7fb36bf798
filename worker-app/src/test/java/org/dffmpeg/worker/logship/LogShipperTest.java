package org.dffmpeg.worker.logship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.worker.spool.AttemptSpool;
import org.dffmpeg.worker.spool.Delivery;
import org.dffmpeg.worker.spool.SpoolDirectory;
import org.dffmpeg.worker.testing.FakeUplink;
import org.dffmpeg.worker.testing.ManualTicker;
import org.dffmpeg.worker.testing.Spools;
import org.dffmpeg.worker.uplink.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LogShipperTest {
  private static final Verdict AWAY = new Verdict.Unheard("connection refused");
  private final ManualTicker ticker = new ManualTicker();
  private final FakeUplink uplink = new FakeUplink();
  private final List<String> lost = Collections.synchronizedList(new ArrayList<>());
  private final LogBuffer buffer = new LogBuffer(300, new BatchSize(2, Duration.ZERO), ticker);
  private final AtomicLong lines = new AtomicLong();
  private final Path path;
  private final SpoolDirectory directory;
  private final AttemptSpool spool;

  LogShipperTest(@TempDir Path path) {
    this.path = path;
    this.directory = Spools.open(path);
    this.spool = directory.attempt(uplink.job(), 1);
  }

  @AfterEach
  void close() {
    Spools.close(directory);
  }

  @Test
  void lines_arrive_in_order_with_their_names_and_times() {
    add("a", "b");
    CompletableFuture<Void> shipping = ship(false);

    await().until(() -> uplink.entries().size() == 2);
    finish(shipping);
    assertThat(uplink.entries()).containsExactly(entry(1, "a"), entry(2, "b"));
  }

  @Test
  void dropped_lines_are_told_where_they_are_missing() {
    ticker.advance(LogBuffer.PATIENCE.plusSeconds(1));
    add("1", "2", "3", "4", "5");
    CompletableFuture<Void> shipping = ship(false);

    await().until(() -> uplink.entries().size() == 4);
    finish(shipping);
    assertThat(uplink.lines(LogStream.STDERR))
        .containsExactly(
            "[dffmpeg] 2 lines dropped here: the coordinator did not take them", "3", "4", "5");
  }

  @Test
  void a_batch_that_is_refused_goes_in_halves_and_does_not_stop_the_next() {
    uplink.answer("logs", new Verdict.Refused("too large"), new Verdict.Taken(""));
    add("a", "b", "c");
    CompletableFuture<Void> shipping = ship(false);

    await().until(() -> uplink.entries().size() == 3);
    finish(shipping);
    assertThat(uplink.lines(LogStream.STDERR)).containsExactly("a", "b", "c");
    assertThat(lost).isEmpty();
  }

  @Test
  void an_answer_that_the_job_is_not_ours_is_passed_on() {
    uplink.answer("logs", new Verdict.Lost("not yours"));
    add("a", "b", "c");
    CompletableFuture<Void> shipping = ship(false);

    await().until(() -> !lost.isEmpty());
    finish(shipping);
    assertThat(lost).containsExactly("not yours");
    assertThat(uplink.said()).containsExactly("logs");
  }

  @Test
  void nothing_is_sent_or_kept_when_nobody_wants_it() {
    add("a");
    finish(ship(true));

    assertThat(uplink.said()).isEmpty();
    assertThat(spool.lines().isEmpty()).isTrue();
  }

  /** G2: what a coordinator does not take waits on disk, and arrives once and in order. */
  @Test
  void what_is_not_taken_waits_and_arrives_once_and_in_order() {
    uplink.answer("logs", AWAY, AWAY, new Verdict.Taken(""));
    CompletableFuture<Void> shipping = ship(false);

    add("a", "b", "c");
    await().until(() -> uplink.said().size() == 1);
    add("d", "e", "f", "g", "h");
    await()
        .until(
            () -> {
              ticker.advance(Duration.ofSeconds(1));
              return uplink.entries().size() == 8;
            });

    finish(shipping);
    assertThat(uplink.lines(LogStream.STDERR))
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
    assertThat(spool.lines().isEmpty()).isTrue();
  }

  /** Otherwise the buffer would fill, and hold the output up. */
  @Test
  void while_the_coordinator_is_away_the_disk_takes_what_the_buffer_cannot() {
    uplink.answer("logs", AWAY);
    CompletableFuture<Void> shipping = ship(false);

    for (int i = 0; i < 100; i++) {
      add("line " + i);
    }

    finish(shipping);
    assertThat(uplink.said()).containsExactly("logs");
    assertThat(kept()).hasSize(100).startsWith("line 0").endsWith("line 99");
  }

  /** Q1: the end of a job is on disk before the last of its output is sent. */
  @Test
  void what_is_left_at_the_end_goes_to_the_spool_without_a_word() {
    add("a", "b", "c");
    buffer.close();

    ship(false).join();

    assertThat(uplink.said()).isEmpty();
    assertThat(kept()).containsExactly("a", "b", "c");
  }

  /** A full disk: back to memory, and to waiting. */
  @Test
  void without_a_disk_lines_are_sent_from_memory() throws IOException {
    Files.createFile(path.resolve("attempts"));
    add("a", "b");

    finish(ship(false));

    assertThat(uplink.lines(LogStream.STDERR)).containsExactly("a", "b");
  }

  private void add(String... texts) {
    for (String text : texts) {
      buffer.add(line(lines.incrementAndGet(), text));
    }
  }

  private CompletableFuture<Void> ship(boolean unwanted) {
    return CompletableFuture.runAsync(
        new LogShipper(
            buffer,
            new Delivery(spool, uplink),
            () -> unwanted,
            lost::add,
            ticker,
            RandomGenerator.of("L64X128MixRandom")));
  }

  private void finish(CompletableFuture<Void> shipping) {
    buffer.close();
    shipping.join();
  }

  private List<String> kept() {
    List<String> kept = new ArrayList<>();
    while (!spool.lines().isEmpty()) {
      spool.lines().oldest().orElseThrow().forEach(entry -> kept.add(entry.content()));
      spool.lines().removeOldest();
    }
    return kept;
  }

  private static Line line(long number, String text) {
    return new Line(SequentialIds.log(number), LogStream.STDERR, text, Instant.EPOCH);
  }

  private static LogEntry entry(long number, String text) {
    return line(number, text).toEntry();
  }
}
