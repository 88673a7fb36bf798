package org.dffmpeg.client.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table =
      new Table(
          List.of("ID", "NOTE"),
          List.of(
              List.of(Cell.of("long-name"), Cell.of("x")),
              List.of(Cell.of("a", Color.GOOD), Cell.of(null))));

  @Test
  void columns_are_aligned_without_trailing_blanks() {
    assertThat(table.lines(false))
        .containsExactly("ID         NOTE", "long-name  x", "a          -");
  }

  @Test
  void colours_do_not_count_as_width() {
    assertThat(table.lines(true).get(2)).isEqualTo("\u001b[32ma\u001b[0m          -");
  }

  @Test
  void what_would_steer_a_terminal_is_replaced() {
    assertThat(Cell.of("a\u001b[2Jb\nc\td").text()).isEqualTo("a\uFFFD[2Jb\uFFFDc\uFFFDd");
  }

  @Test
  void a_row_has_as_many_cells_as_there_are_headings() {
    assertThatThrownBy(() -> new Table(List.of("A"), List.of(List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
