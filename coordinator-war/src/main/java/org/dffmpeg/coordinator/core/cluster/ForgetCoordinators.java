package org.dffmpeg.coordinator.core.cluster;

import java.time.Clock;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Removes coordinators that were killed long ago: they could not say good-bye. Thread-safe. */
public final class ForgetCoordinators {
  private final Transactions transactions;
  private final CoordinatorStore coordinators;
  private final Clock clock;

  public ForgetCoordinators(Transactions transactions, CoordinatorStore coordinators, Clock clock) {
    this.transactions = transactions;
    this.coordinators = coordinators;
    this.clock = clock;
  }

  /** The number of those removed. */
  public int run() {
    return transactions.write(
        unit -> coordinators.deleteSilentSince(Coordinator.memoryAt(clock.instant())));
  }
}
