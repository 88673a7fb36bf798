package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.lease.NotePresence;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.lease.ServicePresence;
import org.junit.jupiter.api.Test;

class NotePresenceTest {
  private final MutableClock clock = new MutableClock();
  private final Stores stores = new InMemoryStores();
  private Duration hanging = Duration.ZERO;
  private final NotePresence presence =
      new NotePresence(stores.transactions(), new HangingStore(), clock);

  @Test
  void who_ticks_in_time_is_awake_since_the_first_tick() {
    presence.run();

    clock.advance(Duration.ofSeconds(6));
    presence.run();
    clock.advance(Duration.ofSeconds(6));

    assertThat(presence.run().awake()).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void a_gap_of_more_than_three_ticks_begins_it_anew() {
    presence.run();
    clock.advance(Duration.ofSeconds(7));

    assertThat(presence.run().awake()).isZero();
  }

  @Test
  void a_database_that_hangs_in_the_midst_of_a_tick_makes_a_gap_too() {
    presence.run();
    clock.advance(Duration.ofSeconds(2));
    hanging = Duration.ofSeconds(20);

    assertThat(presence.run().awake()).isZero();
  }

  /** Lets the time of one outage pass before it writes. */
  private final class HangingStore implements PresenceStore {
    @Override
    public Optional<ServicePresence> find() {
      return stores.presence().find();
    }

    @Override
    public void insert(ServicePresence first) {
      stores.presence().insert(first);
    }

    @Override
    public boolean replace(ServicePresence seen, ServicePresence next) {
      clock.advance(hanging);
      hanging = Duration.ZERO;
      return stores.presence().replace(seen, next);
    }
  }
}
