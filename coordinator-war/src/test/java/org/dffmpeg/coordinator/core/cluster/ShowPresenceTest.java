package org.dffmpeg.coordinator.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.core.cluster.RecordingBroadcast.OTHER;
import static org.dffmpeg.coordinator.core.cluster.RecordingBroadcast.SELF;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.common.protocol.CoordinatorView;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.RecordingSleeper;
import org.dffmpeg.coordinator.core.health.ServiceState;
import org.dffmpeg.coordinator.stores.InMemoryStores;
import org.junit.jupiter.api.Test;

class ShowPresenceTest {
  private static final Instant NOW = MutableClock.START;
  private static final Duration LONG = Duration.ofMinutes(5);

  private final InMemoryStores stores = new InMemoryStores();
  private final MutableClock clock = new MutableClock();
  private final RecordingBroadcast broadcast = new RecordingBroadcast();
  private final Company company = new Company();
  private final ServiceState state = new ServiceState();
  private final ShowPresence presence = presence(SELF, company, state);
  private final ShowPresence other = presence(OTHER, new Company(), new ServiceState());
  private final FindCoordinators find =
      new FindCoordinators(stores.transactions(), stores.coordinators(), clock);
  private final ForgetCoordinators forget =
      new ForgetCoordinators(stores.transactions(), stores.coordinators(), clock);

  @Test
  void a_newcomer_greets_once() {
    presence.run();
    clock.advance(Coordinator.BEAT);
    presence.run();

    assertThat(broadcast.sent).containsExactly(new Bulletin(SELF.value(), Set.of("hello")));
    assertThat(find.run())
        .containsExactly(
            new CoordinatorView(SELF, "http://h:1", "1", true, NOW, NOW.plus(Coordinator.BEAT)));
  }

  @Test
  void it_is_alone_until_another_is_seen_and_again_when_that_one_has_left() {
    presence.run();
    assertThat(company.isAlone()).isTrue();

    other.run();
    presence.run();
    assertThat(company.isAlone()).isFalse();

    other.leave();
    presence.run();
    assertThat(company.isAlone()).isTrue();
  }

  @Test
  void who_missed_four_beats_is_not_reckoned_with() {
    other.run();
    clock.advance(Coordinator.BEAT.multipliedBy(4).minusMillis(1));
    presence.run();
    assertThat(company.isAlone()).isFalse();

    clock.advance(Duration.ofMillis(1));
    presence.run();

    assertThat(company.isAlone()).isTrue();
    assertThat(find.run()).extracting(CoordinatorView::online).containsExactly(true, false);
  }

  @Test
  void who_was_killed_is_forgotten_after_a_while_and_nobody_else() {
    other.run();
    clock.advance(LONG);
    presence.run();

    assertThat(forget.run()).isEqualTo(1);
    assertThat(find.run()).extracting(CoordinatorView::coordinatorId).containsExactly(SELF);
  }

  @Test
  void who_was_forgotten_while_it_slept_comes_anew() {
    presence.run();
    clock.advance(LONG);
    forget.run();

    presence.run();

    assertThat(find.run()).extracting(CoordinatorView::coordinatorId).containsExactly(SELF);
    assertThat(broadcast.sent).hasSize(2);
  }

  @Test
  void who_is_going_does_not_come_back() {
    presence.run();
    state.beginShutdown();
    presence.leave();

    presence.run();

    assertThat(find.run()).isEmpty();
  }

  private ShowPresence presence(CoordinatorId id, Company whose, ServiceState itsState) {
    BulletinBoard board =
        new BulletinBoard(
            id, broadcast, Runnable::run, new RecordingSleeper(), () -> Duration.ZERO);
    Coordinator self = new Coordinator(id, "http://h:1", "1", NOW, NOW);
    return new ShowPresence(
        stores.transactions(), stores.coordinators(), self, whose, board, itsState, clock);
  }
}
