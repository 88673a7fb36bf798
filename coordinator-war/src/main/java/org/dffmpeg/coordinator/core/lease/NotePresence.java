package org.dffmpeg.coordinator.core.lease;

import java.time.Clock;
import java.time.Duration;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * Notes that the service is awake, so that a time in which it was not is known afterwards and
 * nobody is blamed for silence in it. Any number of coordinators may run it. Thread-safe.
 */
public final class NotePresence {
  /** How often to run it, whatever else is done at other times. */
  public static final Duration INTERVAL = Duration.ofSeconds(2);

  /** Far below the shortest lease: what is not seen as a gap must not cost anybody one. */
  static final Duration GAP = INTERVAL.multipliedBy(3);

  private final Transactions transactions;
  private final PresenceStore presence;
  private final Clock clock;

  public NotePresence(Transactions transactions, PresenceStore presence, Clock clock) {
    this.transactions = transactions;
    this.presence = presence;
    this.clock = clock;
  }

  /** What was noted: the service is awake at its last tick. */
  public ServicePresence run() {
    ServicePresence noted = note();
    boolean hungMeanwhile = noted.lastTick().plus(GAP).isBefore(clock.instant());
    return hungMeanwhile ? note() : noted;
  }

  private ServicePresence note() {
    return transactions.write(unit -> presence.find().map(this::next).orElseGet(this::first));
  }

  private ServicePresence first() {
    ServicePresence first = ServicePresence.firstAt(clock.instant());
    presence.insert(first);
    return first;
  }

  private ServicePresence next(ServicePresence seen) {
    ServicePresence next = seen.tick(clock.instant(), GAP);
    ConflictException.unless(presence.replace(seen, next), "the presence of the service");
    return next;
  }
}
