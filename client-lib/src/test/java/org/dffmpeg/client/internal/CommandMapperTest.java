package org.dffmpeg.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.dffmpeg.client.api.JobRejected;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.MappedCommand;
import org.dffmpeg.common.path.PathMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandMapperTest {
  @TempDir Path films;

  @Test
  void paths_below_a_variable_travel_as_the_variable() {
    MappedCommand command =
        mapper().map(JobRequest.of("ffmpeg", "-i", films + "/a.mkv", films + "/b.mkv"));

    assertThat(command.arguments()).containsExactly("-i", "$Films/a.mkv", "$Films/b.mkv");
    assertThat(command.variables()).containsExactly("Films");
    assertThat(command.unmapped()).isEmpty();
  }

  @Test
  void a_path_that_no_variable_covers_travels_as_it_is_and_is_named() {
    MappedCommand command = mapper().map(JobRequest.of("ffmpeg", "-i", "/else/a.mkv", "-y"));

    assertThat(command.arguments()).containsExactly("-i", "/else/a.mkv", "-y");
    assertThat(command.unmapped()).containsExactly("/else/a.mkv");
  }

  @Test
  void a_strict_request_refuses_a_path_that_no_variable_covers() {
    assertThatThrownBy(() -> mapper().map(JobRequest.of("ffmpeg", "/else/a.mkv").strict()))
        .isInstanceOf(JobRejected.class)
        .hasMessageContaining("/else/a.mkv");
  }

  @Test
  void the_working_directory_is_mapped_and_its_variable_needed() {
    MappedCommand command = mapper().map(JobRequest.of("ffmpeg", "-i", "a.mkv").in(films));

    assertThat(command.workingDirectory()).contains("$Films");
    assertThat(command.variables()).containsExactly("Films");
  }

  @Test
  void a_working_directory_that_cannot_be_mapped_is_not_sent() {
    MappedCommand command = mapper().map(JobRequest.of("ffmpeg", "-i", "a").in(Path.of("/else")));

    assertThat(command.workingDirectory()).isEmpty();
    assertThat(command.unmapped()).isEmpty();
  }

  private CommandMapper mapper() {
    return new CommandMapper(PathMap.of(Map.of("Films", films)));
  }
}
