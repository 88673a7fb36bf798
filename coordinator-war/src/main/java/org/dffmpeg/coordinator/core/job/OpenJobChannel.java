package org.dffmpeg.coordinator.core.job;

import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Says who may listen to a job: its requester and administrators. */
public final class OpenJobChannel {
  public OpenJobChannel(Transactions transactions, JobStore jobs) {}

  /** The channel; empty for a stranger or an unknown job, who hear nothing (PROTOCOL 7). */
  public Optional<Channel> run(Caller caller, JobId id) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
