package org.dffmpeg.client.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalDouble;
import org.dffmpeg.client.api.JobProgress;
import org.dffmpeg.common.protocol.LogStream;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final JobProgress HALF =
      new JobProgress(250, 58.4, Duration.ofSeconds(10), 2.0, OptionalDouble.of(50));

  @Test
  void says_how_far_and_how_long() {
    assertThat(ProgressBar.render(HALF, 79))
        .isEqualTo(
            " 50% [=================                ] 00:00:10  58 fps  2.00x  00:00:05 left");
  }

  @Test
  void never_breaks_the_line() {
    for (int width = 20; width < 200; width++) {
      assertThat(ProgressBar.render(HALF, width).length()).isLessThanOrEqualTo(width);
    }
  }

  @Test
  void an_unknown_length_leaves_the_bar_out() {
    JobProgress endless = new JobProgress(1, 0, Duration.ofMinutes(61), 0, OptionalDouble.empty());
    assertThat(ProgressBar.render(endless, 79)).isEqualTo("01:01:00");
  }

  @Test
  void stands_for_ffmpeg_s_status_line_on_a_terminal_only() {
    String status =
        "frame=  250 fps= 58 q=28.0 size=   256kB time=00:00:10.00 bitrate= 209.7kbits/s";

    assertThat(bar(true).replaces(LogStream.STDERR, status)).isTrue();
    assertThat(bar(true).replaces(LogStream.STDOUT, status)).isFalse();
    assertThat(bar(true).replaces(LogStream.STDERR, "frame=threads=4")).isFalse();
    assertThat(bar(false).replaces(LogStream.STDERR, status)).isFalse();
  }

  @Test
  void draws_nothing_where_there_is_no_terminal() {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    ProgressBar bar = bar(screen, false);

    bar.show(HALF);
    bar.erase();
    bar.finish();

    assertThat(screen.size()).isZero();
  }

  @Test
  void a_finished_bar_stays_and_is_not_drawn_again() {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    ProgressBar bar = bar(screen, true);

    bar.show(HALF);
    bar.finish();
    bar.draw();

    assertThat(screen.toString(StandardCharsets.UTF_8))
        .startsWith("\r\u001b[K 50%")
        .endsWith("left\n");
  }

  private static ProgressBar bar(boolean terminal) {
    return bar(new ByteArrayOutputStream(), terminal);
  }

  private static ProgressBar bar(ByteArrayOutputStream screen, boolean terminal) {
    return new ProgressBar(
        new PrintStream(screen, true, StandardCharsets.UTF_8), new Terminal(false, terminal, 80));
  }
}
