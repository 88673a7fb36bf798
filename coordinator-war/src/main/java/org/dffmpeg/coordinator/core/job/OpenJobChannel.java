package org.dffmpeg.coordinator.core.job;

import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.Audience;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Says who may listen to a job: its requester and administrators. Thread-safe. */
public final class OpenJobChannel {
  private final Transactions transactions;
  private final JobStore jobs;

  public OpenJobChannel(Transactions transactions, JobStore jobs) {
    this.transactions = transactions;
    this.jobs = jobs;
  }

  /** The channel; empty for a stranger or an unknown job, who hear nothing (PROTOCOL 7). */
  public Optional<Audience> run(Caller caller, JobId id) {
    return transactions.read(
        unit ->
            jobs.requesterOf(id)
                .filter(caller::mayActFor)
                .map(requester -> new Audience(Channel.of(id), caller.id().equals(requester))));
  }
}
