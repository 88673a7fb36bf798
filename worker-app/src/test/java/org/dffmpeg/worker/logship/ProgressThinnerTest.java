package org.dffmpeg.worker.logship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.worker.testing.ManualTicker;
import org.junit.jupiter.api.Test;

/** G3. */
class ProgressThinnerTest {
  private final ManualTicker ticker = new ManualTicker();
  private final List<String> told = new ArrayList<>();
  private final ProgressThinner thinner = new ProgressThinner(ticker, told::add);

  @Test
  void the_first_record_is_told_at_once() {
    thinner.overwritten("1");

    assertThat(told).containsExactly("1");
  }

  @Test
  void of_many_records_two_a_second_are_told_and_the_last() {
    for (int i = 0; i <= 100; i++) {
      thinner.overwritten(Integer.toString(i));
      ticker.advance(Duration.ofMillis(20));
    }
    thinner.end();

    assertThat(told).containsExactly("0", "25", "50", "75", "100");
  }

  @Test
  void a_line_lets_go_of_the_record_before_it() {
    thinner.overwritten("1");
    thinner.overwritten("2");
    thinner.overwritten("3");
    thinner.line("done");

    assertThat(told).containsExactly("1", "3", "done");
  }

  @Test
  void lines_are_never_thinned() {
    thinner.line("a");
    thinner.line("b");

    assertThat(told).containsExactly("a", "b");
  }
}
