package org.dffmpeg.client.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void reads_what_the_launcher_says() {
    assertThat(Terminal.parse("stdout stderr 132")).isEqualTo(new Terminal(true, true, 132));
    assertThat(Terminal.parse(" stderr ")).isEqualTo(new Terminal(false, true, 80));
    assertThat(Terminal.parse("")).isEqualTo(Terminal.NONE);
  }

  @Test
  void nonsense_counts_as_not_said() {
    assertThat(Terminal.parse("stderr 99999999999 x")).isEqualTo(new Terminal(false, true, 80));
    assertThat(Terminal.parse("stderr 0").columns()).isEqualTo(20);
  }
}
