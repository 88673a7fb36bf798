package org.dffmpeg.worker.logship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.worker.testing.FakeUplink;
import org.dffmpeg.worker.testing.ManualTicker;
import org.dffmpeg.worker.uplink.Verdict;
import org.junit.jupiter.api.Test;

class LogShipperTest {
  private final ManualTicker ticker = new ManualTicker();
  private final FakeUplink uplink = new FakeUplink();
  private final List<String> lost = new ArrayList<>();
  private final LogBuffer buffer = new LogBuffer(300, new BatchSize(2, Duration.ZERO), ticker);

  @Test
  void lines_arrive_in_order_with_their_names_and_times() {
    add("a", "b");
    ship(false);

    assertThat(uplink.entries()).containsExactly(entry("a"), entry("b"));
  }

  @Test
  void dropped_lines_are_told_where_they_are_missing() {
    ticker.advance(LogBuffer.PATIENCE.plusSeconds(1));
    add("1", "2", "3", "4", "5");
    ship(false);

    assertThat(uplink.lines(LogStream.STDERR))
        .containsExactly(
            "[dffmpeg] 2 lines dropped here: the coordinator did not take them in time",
            "3",
            "4",
            "5");
  }

  @Test
  void a_batch_that_is_refused_does_not_stop_the_next() {
    uplink.answer("logs", new Verdict.Refused("too large"), new Verdict.Taken(""));
    add("a", "b");
    ship(false);

    assertThat(uplink.said()).containsExactly("logs");
    assertThat(lost).isEmpty();
  }

  @Test
  void an_answer_that_the_job_is_not_ours_is_passed_on() {
    uplink.answer("logs", new Verdict.Lost("not yours"));
    add("a");
    ship(false);

    assertThat(lost).containsExactly("not yours");
  }

  @Test
  void nothing_is_sent_when_nobody_wants_it() {
    add("a");
    ship(true);

    assertThat(uplink.said()).isEmpty();
  }

  private void add(String... texts) {
    for (String text : texts) {
      buffer.add(line(text));
    }
  }

  private void ship(boolean abandoned) {
    buffer.close();
    new LogShipper(buffer, uplink, () -> abandoned, lost::add).run();
  }

  private static Line line(String text) {
    return new Line(SequentialIds.log(1), LogStream.STDERR, text, Instant.EPOCH);
  }

  private static LogEntry entry(String text) {
    return line(text).toEntry();
  }
}
