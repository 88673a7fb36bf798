package org.dffmpeg.coordinator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {
  private static final Channel CHANNEL = Channel.of(new WorkerId("w1"));
  private static final Channel OTHER = Channel.of(new WorkerId("w2"));

  private final OpenStreams streams = new OpenStreams();
  private final Recorder listener = new Recorder();

  @Test
  void only_who_listens_to_the_channel_is_woken() {
    streams.add(Optional.of(CHANNEL), listener);

    streams.wake(OTHER);
    assertThat(listener.events).isEmpty();

    streams.wake(CHANNEL);
    assertThat(listener.events).containsExactly("wake");
  }

  @Test
  void two_may_listen_to_one_channel() {
    Recorder second = new Recorder();
    streams.add(Optional.of(CHANNEL), listener);
    streams.add(Optional.of(CHANNEL), second);
    streams.remove(Optional.of(CHANNEL), listener);

    streams.wake(CHANNEL);

    assertThat(listener.events).isEmpty();
    assertThat(second.events).containsExactly("wake");
  }

  @Test
  void a_stranger_hears_the_time_but_no_message() {
    streams.add(Optional.empty(), listener);

    streams.wake(CHANNEL);
    streams.tick(Duration.ZERO);

    assertThat(listener.events).containsExactly("tick");
  }

  @Test
  void who_comes_while_the_coordinator_goes_is_sent_away() {
    streams.endAll();

    streams.add(Optional.of(CHANNEL), listener);

    assertThat(listener.events).containsExactly("end");
  }

  @Test
  void who_left_is_forgotten() {
    streams.add(Optional.of(CHANNEL), listener);
    streams.remove(Optional.of(CHANNEL), listener);

    assertThat(streams.count()).isZero();
  }

  private static final class Recorder implements Listener {
    private final List<String> events = new ArrayList<>();

    @Override
    public void wake() {
      events.add("wake");
    }

    @Override
    public void tick(Duration now) {
      events.add("tick");
    }

    @Override
    public void end() {
      events.add("end");
    }
  }
}
