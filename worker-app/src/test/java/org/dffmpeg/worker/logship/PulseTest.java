package org.dffmpeg.worker.logship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.worker.testing.ManualTicker;
import org.junit.jupiter.api.Test;

class PulseTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private final ManualTicker ticker = new ManualTicker();
  private final Pulse pulse = new Pulse(ticker);

  @Test
  void silence_counts_from_the_last_byte() {
    ticker.advance(SECOND);
    assertThat(pulse.silence()).isEqualTo(SECOND);

    pulse.came();
    pulse.handedOn();

    assertThat(pulse.silence()).isZero();
    ticker.advance(SECOND);
    assertThat(pulse.silence()).isEqualTo(SECOND);
  }

  /** Who is not listened to is not silent. */
  @Test
  void time_in_which_a_byte_is_held_up_is_no_silence() {
    List<Duration> during = new ArrayList<>();
    OutputPump pump =
        new OutputPump(
            new ByteArrayInputStream("a\n".getBytes(StandardCharsets.UTF_8)),
            pulse,
            ticker,
            line -> {
              ticker.advance(Duration.ofHours(1));
              during.add(pulse.silence());
            });

    pump.run();

    assertThat(during).containsExactly(Duration.ZERO);
    assertThat(pulse.silence()).isZero();
  }
}
