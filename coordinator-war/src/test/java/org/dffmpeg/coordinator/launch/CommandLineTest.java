package org.dffmpeg.coordinator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @Test
  void without_options_everything_comes_from_the_settings() {
    assertThat(CommandLine.parse())
        .isEqualTo(
            new CommandLine.Start(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false));
  }

  @Test
  void every_option_is_understood() {
    assertThat(
            CommandLine.parse(
                "-c", "a.yaml", "--host", "::", "--port", "8001", "--data-dir", "d", "--dev"))
        .isEqualTo(
            new CommandLine.Start(
                Optional.of(Path.of("a.yaml")),
                Optional.of("::"),
                Optional.of(8001),
                Optional.of(Path.of("d")),
                true));
  }

  @Test
  void an_option_without_its_value_is_named() {
    assertThat(CommandLine.parse("--config"))
        .isEqualTo(new CommandLine.Mistake("--config needs a value"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "x", "-1", "", "99999999999"})
  void a_port_is_a_number_that_ports_can_have(String port) {
    assertThat(CommandLine.parse("--port", port)).isInstanceOf(CommandLine.Mistake.class);
  }

  @Test
  void an_unknown_option_is_named() {
    assertThat(CommandLine.parse("--dta-dir", "x"))
        .isEqualTo(new CommandLine.Mistake("unknown option --dta-dir"));
  }

  @Test
  void help_and_version_win() {
    assertThat(CommandLine.parse("--port", "1", "--help")).isEqualTo(new CommandLine.Help());
    assertThat(CommandLine.parse("--version")).isEqualTo(new CommandLine.Version());
  }
}
