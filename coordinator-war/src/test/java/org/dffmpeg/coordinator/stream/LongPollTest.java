package org.dffmpeg.coordinator.stream;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.dffmpeg.common.id.MessageId;
import org.junit.jupiter.api.Test;

class LongPollTest {
  private static final String NONE = "{\"messages\":[]}";

  private final ScriptedChannel channel = new ScriptedChannel();
  private final ScriptedOutlet peer = new ScriptedOutlet();

  private LongPoll open(Optional<MessageId> cursor) {
    LongPoll poll =
        new LongPoll(
            channel.from(cursor),
            peer,
            Runnable::run,
            new Pace(Duration.ZERO, ofSeconds(5), ofSeconds(30)),
            ofSeconds(5));
    poll.begin();
    return poll;
  }

  @Test
  void it_answers_at_once_if_there_is_something() {
    channel.store(1);

    open(Optional.empty());

    assertThat(peer.taken).singleElement().asString().contains(ScriptedChannel.id(1).value());
    assertThat(peer.closed).isTrue();
    assertThat(channel.marks).containsExactly(ScriptedChannel.id(1));
  }

  @Test
  void it_hears_only_what_comes_after_its_cursor() {
    channel.store(2);

    open(Optional.of(ScriptedChannel.id(1)));

    assertThat(peer.taken)
        .singleElement()
        .asString()
        .contains(ScriptedChannel.id(2).value())
        .doesNotContain(ScriptedChannel.id(1).value());
  }

  @Test
  void it_answers_as_soon_as_something_comes() {
    LongPoll poll = open(Optional.empty());
    assertThat(peer.taken).isEmpty();
    channel.store(1);

    poll.wake();

    assertThat(peer.taken).hasSize(1);
    assertThat(peer.closed).isTrue();
  }

  @Test
  void it_answers_empty_when_the_time_is_over() {
    LongPoll poll = open(Optional.empty());

    poll.tick(ofSeconds(4));
    assertThat(peer.taken).isEmpty();

    poll.tick(ofSeconds(5));
    assertThat(peer.taken).containsExactly(NONE);
    assertThat(peer.closed).isTrue();
  }

  @Test
  void it_says_so_if_the_messages_cannot_be_read() {
    channel.broken = true;

    open(Optional.empty());

    assertThat(peer.status).isEqualTo(503);
    assertThat(peer.taken).singleElement().asString().contains("\"detail\":");
    assertThat(peer.closed).isTrue();
    assertThat(channel.marks).isEmpty();
  }

  @Test
  void it_answers_empty_when_the_coordinator_goes() {
    open(Optional.empty()).end();

    assertThat(peer.taken).containsExactly(NONE);
    assertThat(peer.closed).isTrue();
  }
}
