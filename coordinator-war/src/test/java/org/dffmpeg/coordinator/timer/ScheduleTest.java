package org.dffmpeg.coordinator.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dffmpeg.coordinator.timer.Schedule.Every;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private final Every tenSeconds = new Every(Duration.ofSeconds(10), new Tick("nothing", () -> {}));

  @Test
  void the_first_run_comes_after_one_interval() {
    assertThat(tenSeconds.first()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void jitter_makes_the_first_run_late_and_leaves_the_interval_alone() {
    Every late = tenSeconds.late(Duration.ofSeconds(2), 0.25);

    assertThat(late.first()).isEqualTo(Duration.ofMillis(10_500));
    assertThat(late.interval()).isEqualTo(Duration.ofSeconds(10));
  }
}
