package org.dffmpeg.client.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
  @Test
  void quotes_only_what_a_shell_would_change() {
    assertThat(ShellWords.join(List.of("-c:v", "a b", "$M/x", "it's", "")))
        .isEqualTo("-c:v 'a b' '$M/x' 'it'\\''s' ''");
  }
}
