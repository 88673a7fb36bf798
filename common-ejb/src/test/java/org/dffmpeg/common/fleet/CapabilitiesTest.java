package org.dffmpeg.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilitiesTest {
  /** printf 'encoder:libx264\nfilter:scale\n' | sha256sum. */
  @Test
  void the_hash_is_that_of_the_sorted_lines() {
    Capabilities both = Capabilities.of(List.of("filter:scale", "encoder:libx264", "filter:scale"));

    assertThat(both).containsExactly("encoder:libx264", "filter:scale");
    assertThat(both.hash())
        .isEqualTo("64520ba1b53cde6193d1d1b761fd5819d8802db52c4a090506b96fafd863f05c");
    assertThat(both.hash()).isEqualTo(Capabilities.of(both).hash());
  }

  @Test
  void none_has_the_hash_of_nothing() {
    assertThat(Capabilities.NONE.hash()).startsWith("e3b0c44298fc1c14");
  }

  @Test
  void they_are_a_set() {
    assertThat(Capabilities.of(List.of("encoder:a"))).isEqualTo(Set.of("encoder:a"));
    assertThat(Capabilities.of(List.of("encoder:a")).contains("encoder:b")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"encoder:libx264", "encoder:libaom-av1", "filter:scale_vaapi", "x", "9+"})
  void what_ffmpeg_calls_its_parts_is_a_name(String text) {
    assertThat(Capabilities.isName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-x", "a b", "a\n", "ü", "<script>", "a\u0000"})
  void anything_else_is_none(String text) {
    assertThat(Capabilities.isName(text)).isFalse();
  }

  @Test
  void names_have_100_characters_at_most() {
    assertThat(Capabilities.isName("x".repeat(100))).isTrue();
    assertThat(Capabilities.isName("x".repeat(101))).isFalse();
  }
}
