package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.time.Duration;
import org.dffmpeg.common.protocol.StatusView;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/**
 * What the dashboard shows (PROTOCOL 5.4 {@code /status/data}): workers, their load, at most 50
 * jobs.
 */
public final class FindStatus {
  public FindStatus(Transactions transactions, JobStore jobs, WorkerStore workers, Clock clock) {}

  /** Jobs and workers that are active, or were within the window. */
  public StatusView run(Duration window) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
