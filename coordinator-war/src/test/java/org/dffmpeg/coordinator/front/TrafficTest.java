package org.dffmpeg.coordinator.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private final Traffic traffic = new Traffic();

  @Test
  void it_is_quiet_when_every_request_is_answered() throws InterruptedException {
    traffic.begin();
    traffic.end();

    assertThat(traffic.awaitQuiet(Duration.ZERO)).isTrue();
  }

  @Test
  void it_waits_no_longer_than_told() throws InterruptedException {
    traffic.begin();

    assertThat(traffic.awaitQuiet(Duration.ofMillis(1))).isFalse();
  }

  @Test
  void the_last_answer_ends_the_waiting() throws InterruptedException {
    traffic.begin();
    CompletableFuture<Void> answer = CompletableFuture.runAsync(traffic::end);

    assertThat(traffic.awaitQuiet(Duration.ofSeconds(10))).isTrue();
    answer.join();
  }
}
