package org.dffmpeg.coordinator.core.cluster;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.protocol.CoordinatorView;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** The coordinators of this service, those that fell silent lately included. Thread-safe. */
public final class FindCoordinators {
  private final Transactions transactions;
  private final CoordinatorStore coordinators;
  private final Clock clock;

  public FindCoordinators(Transactions transactions, CoordinatorStore coordinators, Clock clock) {
    this.transactions = transactions;
    this.coordinators = coordinators;
    this.clock = clock;
  }

  /** In the order of their starts. */
  public List<CoordinatorView> run() {
    Instant now = clock.instant();
    return transactions.read(unit -> coordinators.all()).stream()
        .map(one -> one.viewAt(now))
        .toList();
  }
}
