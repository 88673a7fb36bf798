package org.dffmpeg.worker.capability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeParserTest {
  @ParameterizedTest
  @CsvSource({
    "DEBIAN_5_1_9, -version, ffmpeg version 5.1.9-0+deb12u1 , --enable-librav1e --enable-shared",
    "DEBIAN_5_1_9, -ffprobe-version, ffprobe version 5.1.9-0+deb12u1 , --enable-shared",
    "BYTEDECO_8_1_2, -version, ffmpeg version 8.1.2 , -lva-drm -lva-x11 -lva'"
  })
  void a_build_says_its_version_and_configuration(
      Recorded recorded, String option, String version, String end) {
    Build build = ProbeParser.build(recorded.answer(option)).orElseThrow();

    assertThat(build.version()).startsWith(version).endsWith("the FFmpeg developers");
    assertThat(version).startsWith(build.program());
    assertThat(build.configuration()).startsWith("configuration: --prefix=").contains(end);
    assertThat(build.encodes()).isEqualTo(version.startsWith("ffmpeg"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "hello\nffmpeg version 9", "ffplay version 5", "ffmpeg version "})
  void what_does_not_begin_like_ffmpeg_is_none(String output) {
    assertThat(ProbeParser.build(output)).isEmpty();
  }

  /** wc -l of the recorded list, less the ten lines of its legend. */
  @ParameterizedTest
  @CsvSource({"DEBIAN_5_1_9, 217, 95", "BYTEDECO_8_1_2, 213, 90"})
  void every_encoder_is_found_and_the_legend_is_none(Recorded recorded, int all, long notVideo) {
    var encoders = ProbeParser.codecs(recorded.answer("-encoders"));

    assertThat(encoders).hasSize(all).doesNotHaveDuplicates();
    assertThat(encoders)
        .contains(new Codec("libx264", true), new Codec("aac", false), new Codec("srt", false))
        .contains(new Codec("libaom-av1", true), new Codec("h264_nvenc", true))
        .noneMatch(encoder -> encoder.name().equals("="));
    assertThat(encoders.stream().filter(e -> !e.isVideo()).count()).isEqualTo(notVideo);
  }

  @ParameterizedTest
  @EnumSource
  void decoders_look_the_same(Recorded recorded) {
    assertThat(ProbeParser.codecs(recorded.answer("-decoders")))
        .hasSize(30)
        .contains(new Codec("012v", true), new Codec("h264", true), new Codec("mp3float", false));
  }

  @ParameterizedTest
  @CsvSource({"DEBIAN_5_1_9, 58", "BYTEDECO_8_1_2, 56"})
  void filters_have_three_flags_or_two(Recorded recorded, int all) {
    assertThat(ProbeParser.filters(recorded.answer("-filters")))
        .hasSize(all)
        .contains("scale", "overlay", "concat", "movie", "buffer", "abuffersink", "acrossover")
        .doesNotContain("Timeline", "=");
  }

  @Test
  void hwaccels_are_those_below_the_heading() {
    assertThat(ProbeParser.hwaccels(Recorded.DEBIAN_5_1_9.answer("-hwaccels")))
        .containsExactly("vdpau", "cuda", "vaapi", "qsv", "drm", "opencl", "vulkan");
    assertThat(ProbeParser.hwaccels(Recorded.BYTEDECO_8_1_2.answer("-hwaccels")))
        .containsExactly("cuda", "vaapi", "qsv", "drm", "vulkan", "v4l2request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "\u0000\u0001", " V....D", " ...... x y", "  . a b -> c"})
  void garbage_is_nothing(String output) {
    assertThat(ProbeParser.codecs(output)).isEmpty();
    assertThat(ProbeParser.filters(output)).isEmpty();
  }
}
