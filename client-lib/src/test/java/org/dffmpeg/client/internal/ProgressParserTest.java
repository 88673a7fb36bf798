package org.dffmpeg.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.OptionalDouble;
import org.dffmpeg.client.api.JobProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as ffmpeg 5.1 and 7.0 print them. */
class ProgressParserTest {
  private final ProgressParser parser = new ProgressParser();

  @Test
  void a_status_line_tells_frame_rate_time_and_speed() {
    JobProgress progress =
        read(
            "frame=  123 fps= 25 q=28.0 size=     256kB time=00:01:05.12 bitrate= 409.6kbits/s"
                + " speed=1.02x    ");

    assertThat(progress)
        .isEqualTo(
            new JobProgress(123, 25, Duration.ofMillis(65_120), 1.02, OptionalDouble.empty()));
  }

  /** A tag of the media, printed by ffmpeg among its log. */
  @Test
  void a_time_that_no_media_has_is_no_status() {
    assertThat(parser.read("size= time=99999999999999999999:00:00")).isEmpty();
    assertThat(parser.read("Duration: 99999999999999999999:00:00,")).isEmpty();
  }

  @Test
  void audio_alone_has_no_frames() {
    JobProgress progress =
        read("size=     512KiB time=00:00:32.00 bitrate= 131.1kbits/s speed=64.1x");

    assertThat(progress.frame()).isZero();
    assertThat(progress.time()).isEqualTo(Duration.ofSeconds(32));
    assertThat(progress.speed()).isEqualTo(64.1);
  }

  @Test
  void what_is_not_known_yet_counts_as_zero() {
    JobProgress progress =
        read("frame=    0 fps=0.0 q=0.0 size=       0kB time=N/A bitrate=N/A speed=N/A");

    assertThat(progress).isEqualTo(new JobProgress(0, 0, Duration.ZERO, 0, OptionalDouble.empty()));
  }

  @Test
  void a_huge_speed_is_written_with_an_exponent() {
    assertThat(
            read("frame=1 fps=0.0 q=0.0 size=0kB time=00:00:01.00 bitrate=1kbits/s speed=1.2e+03x")
                .speed())
        .isEqualTo(1200);
  }

  @Test
  void the_percentage_is_of_the_longest_input() {
    parser.read("  Duration: 00:00:20.00, start: 0.000000, bitrate: 1205 kb/s");
    parser.read("  Duration: 00:00:40.00, start: 0.000000, bitrate: 320 kb/s");

    assertThat(read("frame=1 fps=1 q=1 size=1kB time=00:00:10.00 bitrate=1 speed=1x").percent())
        .hasValueCloseTo(25.0, within(0.001));
  }

  @Test
  void the_percentage_never_exceeds_a_hundred() {
    parser.read("  Duration: 00:00:01.00, start: 0.000000, bitrate: 1205 kb/s");

    assertThat(read("frame=1 fps=1 q=1 size=1kB time=00:00:10.00 bitrate=1 speed=1x").percent())
        .hasValue(100.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Stream #0:0: Video: h264",
        "  Duration: N/A, start: 0.000000, bitrate: N/A",
        "    creation_time=2020-01-01T00:00:00",
        "[libx264 @ 0x55] frame I:1     Avg QP:20.00",
      })
  void other_lines_tell_nothing(String line) {
    assertThat(parser.read(line)).isEmpty();
  }

  private JobProgress read(String line) {
    return parser.read(line).orElseThrow();
  }
}
