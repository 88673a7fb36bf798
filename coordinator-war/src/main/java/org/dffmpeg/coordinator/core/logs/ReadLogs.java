package org.dffmpeg.coordinator.core.logs;

import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Pages through the stored output of a job. */
public final class ReadLogs {
  public ReadLogs(Transactions transactions, JobStore jobs, OutboxStore messages) {}

  /**
   * With a cursor the first {@code limit} messages after it, without one the newest. Refusals:
   * NOT_FOUND, FORBIDDEN.
   */
  public Outcome<LogPage> run(
      Caller caller, JobId id, Optional<MessageId> since, OptionalInt limit) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
