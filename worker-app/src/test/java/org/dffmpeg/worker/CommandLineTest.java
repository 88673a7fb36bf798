package org.dffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.dffmpeg.worker.CommandLine.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @Test
  void without_arguments_it_works_with_the_usual_settings() throws Exception {
    assertThat(CommandLine.parse()).isEqualTo(new CommandLine(Wish.WORK, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-c a.yaml", "--config a.yaml", "--config=a.yaml"})
  void a_file_can_be_named(String line) throws Exception {
    assertThat(CommandLine.parse(line.split(" ")))
        .isEqualTo(new CommandLine(Wish.WORK, Path.of("a.yaml")));
  }

  @Test
  void help_and_version_are_wishes() throws Exception {
    assertThat(CommandLine.parse("--help").wish()).isEqualTo(Wish.HELP);
    assertThat(CommandLine.parse("-h").wish()).isEqualTo(Wish.HELP);
    assertThat(CommandLine.parse("--version").wish()).isEqualTo(Wish.VERSION);
  }

  @Test
  void the_capabilities_are_those_of_the_settings_named() throws Exception {
    assertThat(CommandLine.parse("--capabilities"))
        .isEqualTo(new CommandLine(Wish.CAPABILITIES, null));
    assertThat(CommandLine.parse("--capabilities", "-c", "a.yaml"))
        .isEqualTo(new CommandLine(Wish.CAPABILITIES, Path.of("a.yaml")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--confg a", "x", "-c"})
  void anything_else_is_wrong(String line) {
    assertThatThrownBy(() -> CommandLine.parse(line.split(" ")))
        .isInstanceOf(CommandLine.Wrong.class);
  }
}
