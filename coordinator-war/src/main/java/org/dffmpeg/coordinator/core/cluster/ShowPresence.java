package org.dffmpeg.coordinator.core.cluster;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dffmpeg.coordinator.core.health.ServiceState;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * Says that this coordinator is there, at its start and every {@link Coordinator#BEAT}, and learns
 * who else is. One that was forgotten, because it slept for long, is a newcomer again; one that is
 * going says no more. Thread-safe.
 */
public final class ShowPresence {
  private final Transactions transactions;
  private final CoordinatorStore coordinators;
  private final Coordinator self;
  private final Company company;
  private final BulletinBoard board;
  private final ServiceState state;
  private final Clock clock;

  public ShowPresence(
      Transactions transactions,
      CoordinatorStore coordinators,
      Coordinator self,
      Company company,
      BulletinBoard board,
      ServiceState state,
      Clock clock) {
    this.transactions = transactions;
    this.coordinators = coordinators;
    this.self = self;
    this.company = company;
    this.board = board;
    this.state = state;
    this.clock = clock;
  }

  /**
   * Says so once.
   *
   * @throws org.dffmpeg.coordinator.core.tx.StoreUnavailable if the database cannot be reached
   */
  public void run() {
    if (!state.isShuttingDown()) {
      Instant now = clock.instant();
      List<Coordinator> all = transactions.write(unit -> show(unit, now));
      company.isNow(all.stream().filter(one -> one.isOnlineAt(now)).allMatch(this::isSelf));
    }
  }

  /** The last word: the others need not wait until this one is silent for too long. */
  public void leave() {
    transactions.write(
        unit -> {
          coordinators.delete(self.id());
          return self;
        });
  }

  private List<Coordinator> show(UnitOfWork unit, Instant now) {
    if (!coordinators.beat(self.id(), now)) {
      coordinators.insert(self.seenAt(now));
      unit.afterCommit(board::greet);
    }
    return coordinators.all();
  }

  private boolean isSelf(Coordinator other) {
    return other.id().equals(self.id());
  }
}
