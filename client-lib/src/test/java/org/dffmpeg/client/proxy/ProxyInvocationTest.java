package org.dffmpeg.client.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.dffmpeg.client.api.JobRequest;
import org.junit.jupiter.api.Test;

class ProxyInvocationTest {
  private static final Path HERE = Path.of("/home/u");

  @Test
  void the_name_it_is_called_by_is_the_binary() {
    assertThat(of("ffprobe", "x").binary()).isEqualTo("ffprobe");
    assertThat(of("/opt/dffmpeg/bin/ffmpeg").binary()).isEqualTo("ffmpeg");
    assertThat(of("./ffmpeg").binary()).isEqualTo("ffmpeg");
  }

  @Test
  void every_argument_is_ffmpeg_s() {
    assertThat(of("ffmpeg", "--help", "-c", "x", "--", "", "-version").arguments())
        .containsExactly("--help", "-c", "x", "--", "", "-version");
  }

  @Test
  void it_becomes_a_monitored_job_in_the_caller_s_directory() {
    assertThat(of("ffmpeg", "-i", "a").request())
        .isEqualTo(JobRequest.of("ffmpeg", "-i", "a").in(HERE));
  }

  @Test
  void without_a_name_there_is_nothing_to_run() {
    assertThatThrownBy(() -> ProxyInvocation.of(List.of(), HERE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ProxyInvocation of(String... commandLine) {
    return ProxyInvocation.of(List.of(commandLine), HERE);
  }
}
