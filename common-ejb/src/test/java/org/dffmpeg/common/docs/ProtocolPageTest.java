package org.dffmpeg.common.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.dffmpeg.common.protocol.ProblemCode;
import org.junit.jupiter.api.Test;

class ProtocolPageTest {

  @Test
  void every_problem_code_stands_there_with_its_status() {
    assertThat(Manual.table("protocol.md", "problems").stream().map(row -> row.subList(0, 2)))
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values())
                .map(code -> List.of("`" + code.wireName() + "`", "" + code.httpStatus()))
                .toList());
  }

  @Test
  void each_says_what_it_means_and_what_to_do() {
    assertThat(Manual.table("protocol.md", "problems"))
        .allSatisfy(
            row -> {
              assertThat(row).hasSize(4);
              assertThat(row.subList(2, 4)).allMatch(cell -> cell.length() > 10);
            });
  }
}
