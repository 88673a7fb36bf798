package org.dffmpeg.coordinator.core.lease;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** The regular sweep (PROTOCOL 13). */
public final class Janitor {
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
      Transactions transactions,
      PresenceStore presence,
      ExpireLeases expire,
      WakeupBus bus,
      Clock clock) {}

  /** How much it ended. */
  public int run(Janitor.Action action) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
