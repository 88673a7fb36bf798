package org.dffmpeg.worker.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignalsTest {
  /** USR2 is free: the JVM, the build and the system leave it alone. */
  @Test
  void a_signal_is_heard_each_time() throws IOException, InterruptedException {
    AtomicInteger heard = new AtomicInteger();

    assertThat(Signals.on("USR2", heard::incrementAndGet)).isTrue();
    for (int i = 1; i <= 2; i++) {
      int count = i;
      assertThat(kill("USR2")).isZero();
      await().until(() -> heard.get() == count);
    }
  }

  @Test
  void a_signal_that_the_jvm_keeps_for_itself_is_not_heard() {
    assertThat(Signals.on("KILL", () -> {})).isFalse();
    assertThat(Signals.on("NOSUCH", () -> {})).isFalse();
  }

  private static int kill(String signal) throws IOException, InterruptedException {
    String self = Long.toString(ProcessHandle.current().pid());
    return new ProcessBuilder("kill", "-" + signal, self).start().waitFor();
  }
}
