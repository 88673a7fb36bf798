package org.dffmpeg.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.client.link.ListeningLoop.Heard;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.RecordingSleeper;
import org.dffmpeg.common.time.Backoff;
import org.junit.jupiter.api.Test;

class ListeningLoopTest {
  @Test
  void a_sink_that_fails_does_not_end_the_listening() {
    ListeningLoop loop =
        new ListeningLoop(
            "x",
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), 0),
            new RecordingSleeper(new MutableClock()),
            () -> 0);
    AtomicInteger connections = new AtomicInteger();

    loop.run(
        () -> {
          if (connections.incrementAndGet() < 3) {
            throw new NumberFormatException("on purpose");
          }
          return Heard.ENOUGH;
        });

    assertThat(connections).hasValue(3);
  }
}
