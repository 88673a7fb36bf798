package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.coordinator.core.scheduling.Pump;
import org.junit.jupiter.api.Test;

class PumpTest {
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void a_signal_during_a_run_makes_one_more_run() {
    Pump[] pump = new Pump[1];
    pump[0] =
        new Pump(
            () -> {
              if (runs.incrementAndGet() == 1) {
                pump[0].signal();
                pump[0].signal();
              }
            },
            Runnable::run);

    pump[0].signal();

    assertThat(runs).hasValue(2);
  }

  @Test
  void an_error_ends_a_run_and_not_the_pump() {
    Pump pump =
        new Pump(
            () -> {
              if (runs.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("x");
              }
            },
            Runnable::run);
    assertThatThrownBy(pump::signal).isInstanceOf(NoClassDefFoundError.class);

    pump.signal();

    assertThat(runs).hasValue(2);
  }
}
