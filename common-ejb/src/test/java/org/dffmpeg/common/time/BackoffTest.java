package org.dffmpeg.common.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  @Test
  void delays_double_up_to_the_most() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 0);

    assertThat(IntStream.rangeClosed(1, 8).mapToObj(n -> backoff.delay(n, new Random(1))))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
  }

  @Property
  void a_delay_lies_within_the_jitter_of_its_step(
      @ForAll @LongRange(min = 1, max = 100_000) long first,
      @ForAll @LongRange(min = 0, max = 100_000_000) long more,
      @ForAll @DoubleRange(max = 1) double jitter,
      @ForAll @IntRange(min = 1) int attempt,
      @ForAll long seed) {
    long most = first + more;
    Backoff backoff = new Backoff(Duration.ofMillis(first), Duration.ofMillis(most), jitter);
    double step = Math.min((double) most, first * Math.pow(2, attempt - 1));

    assertThat((double) backoff.delay(attempt, new Random(seed)).toMillis())
        .isBetween(Math.max(1, step * (1 - jitter) - 1), step * (1 + jitter) + 1)
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 0", "-1, 10, 0", "10, 9, 0", "1, 2, -0.1", "1, 2, 1.1", "1, 2, NaN"})
  void bounds_that_make_no_sense_are_refused(long first, long most, double jitter) {
    assertThatThrownBy(() -> new Backoff(Duration.ofMillis(first), Duration.ofMillis(most), jitter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 < first <= most");
  }
}
