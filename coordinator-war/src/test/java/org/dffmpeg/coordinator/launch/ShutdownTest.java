package org.dffmpeg.coordinator.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  private final List<String> ends = new CopyOnWriteArrayList<>();
  private final Shutdown shutdown =
      new Shutdown(code -> ends.add("exit " + code), code -> ends.add("halt " + code));

  @Test
  void the_first_signal_ends_in_order() {
    shutdown.onSignal();

    await().untilAsserted(() -> assertThat(ends).containsExactly("exit 0"));
  }

  @Test
  void the_second_signal_ends_at_once() {
    shutdown.onSignal();
    shutdown.onSignal();

    assertThat(ends).contains("halt 143");
  }
}
