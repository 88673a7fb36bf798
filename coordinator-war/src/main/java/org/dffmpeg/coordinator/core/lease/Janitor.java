package org.dffmpeg.coordinator.core.lease;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dffmpeg.coordinator.core.cluster.ForgetCoordinators;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * The regular sweep (PROTOCOL 13): notes that the service is awake, ends what is overdue, forgets
 * coordinators that were killed, and asks for an assignment, as a net under the events. Any number
 * of coordinators may run it. Thread-safe.
 */
public final class Janitor {
  private static final Duration SHORTEST_GAP = Duration.ofSeconds(30);
  private static final int MISSED_TICKS = 3;

  private final Transactions transactions;
  private final PresenceStore presence;
  private final ExpireWorkers workers;
  private final ExpireLeases jobs;
  private final ForgetCoordinators coordinators;
  private final WakeupBus bus;
  private final Duration gap;
  private final Clock clock;

  /** What to sweep: the words of PROTOCOL 5.4. */
  public enum Action {
    RUN_ALL,
    CLEAN_WORKERS,
    CLEAN_JOBS;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Action> ofWireName(String name) {
      return Arrays.stream(values()).filter(action -> action.wireName().equals(name)).findFirst();
    }
  }

  /**
   * Makes the sweep.
   *
   * @param interval how often it is run
   */
  public Janitor(
      Transactions transactions,
      PresenceStore presence,
      ExpireWorkers workers,
      ExpireLeases jobs,
      ForgetCoordinators coordinators,
      WakeupBus bus,
      Duration interval,
      Clock clock) {
    this.transactions = transactions;
    this.presence = presence;
    this.workers = workers;
    this.jobs = jobs;
    this.coordinators = coordinators;
    this.bus = bus;
    Duration missed = interval.multipliedBy(MISSED_TICKS);
    this.gap = missed.compareTo(SHORTEST_GAP) > 0 ? missed : SHORTEST_GAP;
    this.clock = clock;
  }

  /** How much it ended. */
  public int run(Action action) {
    Duration awake = transactions.write(unit -> tick());
    int ended =
        switch (action) {
          case RUN_ALL -> workers.run(awake) + jobs.run(awake) + coordinators.run();
          case CLEAN_WORKERS -> workers.run(awake);
          case CLEAN_JOBS -> jobs.run(awake);
        };
    bus.workAvailable();
    return ended;
  }

  /** For how long the service has been awake. */
  private Duration tick() {
    ServicePresence next =
        presence
            .find()
            .map(this::tick)
            .orElseGet(
                () -> {
                  ServicePresence first = ServicePresence.firstAt(clock.instant());
                  presence.insert(first);
                  return first;
                });
    return next.awakeFor(clock.instant());
  }

  private ServicePresence tick(ServicePresence seen) {
    ServicePresence next = seen.tick(clock.instant(), gap);
    ConflictException.unless(presence.replace(seen, next), "the presence of the service");
    return next;
  }
}
