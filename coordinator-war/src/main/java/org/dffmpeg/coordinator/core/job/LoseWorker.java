package org.dffmpeg.coordinator.core.job;

import java.util.Optional;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Takes the jobs from a worker that is gone, or is back as a new process. */
public final class LoseWorker {
  public LoseWorker(Transactions transactions, JobStore jobs, Move move) {}

  /** Every job it holds, but those of the incarnation to keep; one transaction each. */
  public int run(WorkerId worker, Optional<String> keep) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
