package org.dffmpeg.coordinator.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.junit.jupiter.api.Test;

class TickTest {

  @Test
  void a_failure_does_not_end_the_ticking() {
    AtomicInteger runs = new AtomicInteger();
    Tick tick =
        new Tick(
            "test",
            () -> {
              if (runs.incrementAndGet() == 1) {
                throw new StoreUnavailable("once", new IllegalStateException());
              }
            });

    assertThatCode(tick::run).doesNotThrowAnyException();
    tick.run();

    assertThat(runs).hasValue(2);
  }
}
