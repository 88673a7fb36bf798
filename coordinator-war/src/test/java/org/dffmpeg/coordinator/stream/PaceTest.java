package org.dffmpeg.coordinator.stream;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace(ofSeconds(100), ofSeconds(5), ofSeconds(30));

  @Test
  void it_speaks_a_tick_before_the_peer_would_miss_it() {
    pace.tick(ofMillis(104_500));
    assertThat(pace.isTimeToSpeak()).isFalse();

    pace.tick(ofSeconds(105).minus(Pace.TICK));
    assertThat(pace.isTimeToSpeak()).isTrue();
  }

  @Test
  void after_a_word_the_time_begins_anew() {
    pace.tick(ofSeconds(105));
    pace.spoke();

    pace.tick(ofSeconds(109));
    assertThat(pace.isTimeToSpeak()).isFalse();
  }

  @Test
  void it_looks_once_per_interval() {
    assertThat(looksAt(ofSeconds(129))).isFalse();
    assertThat(looksAt(ofSeconds(130))).isTrue();
    assertThat(looksAt(ofSeconds(131))).isFalse();
    assertThat(looksAt(ofSeconds(160))).isTrue();
  }

  private boolean looksAt(Duration now) {
    pace.tick(now);
    return pace.isTimeToLook();
  }
}
