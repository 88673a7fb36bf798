package org.dffmpeg.coordinator.core.fleet;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Lists the workers that are present or were within the window. */
public final class FindWorkers {
  public FindWorkers(Transactions transactions, WorkerStore workers, Clock clock) {}

  /** Ordered as PROTOCOL 5.4 says. */
  public List<WorkerView> run(Duration window) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
