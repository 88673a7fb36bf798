package org.dffmpeg.coordinator.stream;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NdjsonStreamTest {
  private final ScriptedChannel channel = new ScriptedChannel();
  private final ScriptedOutlet peer = new ScriptedOutlet();

  private NdjsonStream open() {
    NdjsonStream stream =
        new NdjsonStream(
            channel.from(Optional.empty()),
            peer,
            Runnable::run,
            new Pace(Duration.ZERO, ofSeconds(5), ofSeconds(30)));
    stream.begin();
    return stream;
  }

  @Test
  void what_is_stored_already_is_one_line() {
    channel.store(2);

    open();

    assertThat(peer.taken)
        .singleElement()
        .asString()
        .startsWith("{\"messages\":[")
        .contains(ScriptedChannel.id(1).value(), ScriptedChannel.id(2).value())
        .endsWith("]}\n");
    assertThat(channel.marks).containsExactly(ScriptedChannel.id(2));
  }

  @Test
  void a_message_stored_later_follows_when_the_stream_is_woken() {
    NdjsonStream stream = open();
    channel.store(1);

    stream.wake();

    assertThat(peer.taken).hasSize(1);
  }

  @Test
  void a_channel_that_said_all_it_had_is_not_asked_again() {
    NdjsonStream stream = open();
    int reads = channel.reads;
    channel.store(1);

    stream.wake();

    assertThat(channel.reads).isEqualTo(reads + 1);
  }

  @Test
  void a_message_stored_while_the_last_ones_are_read_follows() {
    NdjsonStream stream = open();
    channel.store(1);
    channel.afterRead =
        () -> {
          channel.afterRead = () -> {};
          channel.store(1);
          stream.wake();
        };

    stream.wake();

    assertThat(peer.taken).hasSize(2);
  }

  @Test
  void it_ends_if_the_messages_cannot_be_read() {
    NdjsonStream stream = open();
    peer.committed = true;
    channel.broken = true;

    stream.wake();

    assertThat(peer.taken).isEmpty();
    assertThat(peer.closed).isTrue();
  }

  @Test
  void nothing_is_said_twice() {
    NdjsonStream stream = open();
    channel.store(1);

    stream.wake();
    stream.wake();

    assertThat(peer.taken).hasSize(1);
  }

  @Test
  void an_empty_line_keeps_a_silent_stream_alive_without_asking_the_database() {
    NdjsonStream stream = open();
    int reads = channel.reads;

    stream.tick(ofSeconds(5));

    assertThat(peer.taken).containsExactly("\n");
    assertThat(channel.reads).isEqualTo(reads);
  }

  @Test
  void a_lost_signal_is_made_good_by_looking_from_time_to_time() {
    NdjsonStream stream = open();
    channel.store(1);

    stream.tick(ofSeconds(30));

    assertThat(peer.taken).first().asString().contains(ScriptedChannel.id(1).value());
  }

  @Test
  void a_slow_peer_holds_up_reading_and_marks_nothing() {
    peer.take(0);
    channel.store(250);
    open();
    assertThat(channel.reads).isZero();

    peer.take(1);
    assertThat(peer.taken).hasSize(1);
    assertThat(channel.reads).isEqualTo(1);
    assertThat(channel.marks).isEmpty();

    peer.take(5);
    assertThat(peer.taken).hasSize(3);
    assertThat(channel.marks)
        .containsExactly(ScriptedChannel.id(100), ScriptedChannel.id(200), ScriptedChannel.id(250));
  }

  @Test
  void it_ends_only_when_the_coordinator_goes_and_says_the_rest_first() {
    NdjsonStream stream = open();
    assertThat(peer.closed).isFalse();
    channel.store(1);
    stream.wake();

    stream.end();

    assertThat(peer.taken).hasSize(1);
    assertThat(peer.closed).isTrue();
  }

  @Test
  void a_peer_that_takes_nothing_any_more_is_given_up() {
    NdjsonStream stream = open();
    peer.take(0);

    stream.tick(ofSeconds(5));
    assertThat(peer.closed).isFalse();

    stream.tick(ofSeconds(5).plus(Pace.PATIENCE));
    assertThat(peer.closed).isTrue();
  }

  @Test
  void a_broken_database_ends_it_so_that_the_peer_asks_again() {
    NdjsonStream stream =
        new NdjsonStream(
            new Subscription(
                (cursor, limit) -> {
                  throw new IllegalStateException("no database");
                },
                Optional.empty(),
                id -> {}),
            peer,
            Runnable::run,
            new Pace(Duration.ZERO, ofSeconds(5), ofSeconds(30)));

    stream.begin();

    assertThat(peer.closed).isTrue();
  }
}
