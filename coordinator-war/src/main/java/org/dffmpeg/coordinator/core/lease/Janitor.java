package org.dffmpeg.coordinator.core.lease;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dffmpeg.coordinator.core.cluster.ForgetCoordinators;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;

/**
 * The regular sweep (PROTOCOL 13): notes that the service is awake, ends what is overdue, forgets
 * coordinators that were killed, and asks for an assignment, as a net under the events. What is
 * overdue is judged as of the moment at which the service was known to be awake: however long a
 * sweep takes, silence meanwhile counts for nothing. Any number of coordinators may run it.
 * Thread-safe.
 */
public final class Janitor {
  private final NotePresence presence;
  private final ExpireWorkers workers;
  private final ExpireLeases jobs;
  private final ForgetCoordinators coordinators;
  private final WakeupBus bus;

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

  public Janitor(
      NotePresence presence,
      ExpireWorkers workers,
      ExpireLeases jobs,
      ForgetCoordinators coordinators,
      WakeupBus bus) {
    this.presence = presence;
    this.workers = workers;
    this.jobs = jobs;
    this.coordinators = coordinators;
    this.bus = bus;
  }

  /** How much it ended. */
  public int run(Action action) {
    ServicePresence noted = presence.run();
    int ended =
        switch (action) {
          case RUN_ALL -> workers.run(noted) + jobs.run(noted) + coordinators.run();
          case CLEAN_WORKERS -> workers.run(noted);
          case CLEAN_JOBS -> jobs.run(noted);
        };
    bus.workAvailable();
    return ended;
  }
}
