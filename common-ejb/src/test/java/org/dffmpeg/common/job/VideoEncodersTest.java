package org.dffmpeg.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VideoEncodersTest {
  @Test
  void every_spelling_of_the_option_names_an_encoder() {
    assertThat(named("-i in -c:v libx264 -codec:v:1 hevc_nvenc -vcodec mpeg4 out"))
        .containsExactly("hevc_nvenc", "libx264", "mpeg4");
  }

  @Test
  void before_an_input_it_names_a_decoder() {
    assertThat(named("-c:v h264_cuvid -i in -c:v h264_nvenc out")).containsExactly("h264_nvenc");
  }

  @Test
  void neither_copies_nor_sound_are_video_encoders() {
    assertThat(named("-i in -c:v copy -c:a libopus -c libmp3lame out")).isEmpty();
  }

  @Test
  void nothing_is_made_of_what_is_no_name() {
    assertThat(named("-i in -c:v")).isEmpty();
    assertThat(VideoEncoders.namedIn(List.of("-c:v", "a b\n", "-c:v", ""))).isEmpty();
    assertThat(VideoEncoders.namedIn(List.of())).isEmpty();
  }

  private static Iterable<String> named(String arguments) {
    return VideoEncoders.namedIn(List.of(arguments.split(" ", -1)));
  }
}
