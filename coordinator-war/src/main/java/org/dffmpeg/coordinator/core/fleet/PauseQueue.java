package org.dffmpeg.coordinator.core.fleet;

import java.time.Clock;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * An administrator stops the assignment of jobs, everywhere and until it is resumed. Jobs are taken
 * and wait; what runs goes on. Thread-safe.
 */
public final class PauseQueue {
  private final Transactions transactions;
  private final PauseStore pauses;
  private final Clock clock;

  public PauseQueue(Transactions transactions, PauseStore pauses, Clock clock) {
    this.transactions = transactions;
    this.pauses = pauses;
    this.clock = clock;
  }

  /** Of a queue that is paused already the detail says by whom. */
  public CommandAnswer run(Caller caller) {
    return transactions.write(
        unit ->
            pauses
                .find()
                .map(pause -> new CommandAnswer("Queue already paused by " + pause.by()))
                .orElseGet(
                    () -> {
                      pauses.insert(new Pause(caller.id(), clock.instant()));
                      return CommandAnswer.OK;
                    }));
  }
}
