package org.dffmpeg.coordinator.core.fleet;

import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** An administrator lets jobs be assigned again. Thread-safe. */
public final class ResumeQueue {
  private final Transactions transactions;
  private final PauseStore pauses;
  private final Outbox outbox;

  public ResumeQueue(Transactions transactions, PauseStore pauses, Outbox outbox) {
    this.transactions = transactions;
    this.pauses = pauses;
    this.outbox = outbox;
  }

  /** Repeated, it changes nothing. */
  public CommandAnswer run() {
    return transactions.write(
        unit -> {
          pauses.delete();
          outbox.announceWork(unit);
          return CommandAnswer.OK;
        });
  }
}
