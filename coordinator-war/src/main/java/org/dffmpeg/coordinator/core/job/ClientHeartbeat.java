package org.dffmpeg.coordinator.core.job;

import java.time.Clock;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.delivery.Draft;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.policy.LeasePolicy;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/** The client still waits for the job. Thread-safe. */
public final class ClientHeartbeat {
  private final Transactions transactions;
  private final JobStore jobs;
  private final Outbox outbox;
  private final LeasePolicy leases;
  private final Clock clock;

  public ClientHeartbeat(
      Transactions transactions, JobStore jobs, Outbox outbox, LeasePolicy leases, Clock clock) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.outbox = outbox;
    this.leases = leases;
    this.clock = clock;
  }

  /**
   * Sets the monitor flag if given. Of an ended job it sends the final state again, unless that is
   * still under way; the detail is then {@code Job already finished}. Refusals: NOT_FOUND,
   * FORBIDDEN.
   */
  public Outcome<CommandAnswer> run(Caller caller, JobId id, Optional<Boolean> monitor) {
    return transactions.write(
        unit ->
            SteeredJobs.find(jobs, id, caller, "No permission to heartbeat for this job")
                .then(job -> Outcome.ok(hear(unit, job, monitor))));
  }

  private CommandAnswer hear(UnitOfWork unit, Job job, Optional<Boolean> monitor) {
    if (job.state().isTerminal()) {
      repeatEnd(unit, job);
      return new CommandAnswer("Job already finished");
    }
    boolean monitored = monitor.orElse(job.watch().monitored());
    Watch watch =
        Watch.heard(monitored, clock.instant(), leases.clientLease(job.spec().heartbeatInterval()));
    replace(
        job, job.withWatch(job.state() == JobState.CANCELING ? watch.withoutDeadline() : watch));
    return CommandAnswer.OK;
  }

  /** Old clients that missed the end rely on hearing it again (PROTOCOL 23.6). */
  private void repeatEnd(UnitOfWork unit, Job job) {
    if (outbox.stored().hasUnsentAbout(job.channel(), job.id())) {
      return;
    }
    String sender = job.attempt().worker().map(WorkerId::value).orElse(DownlinkMessage.COORDINATOR);
    DownlinkMessage message =
        outbox.stamp(
            job.tail().message(),
            new Draft(
                Optional.of(sender),
                job.spec().requester(),
                Optional.of(job.id()),
                Notices.status(job, job.state())));
    replace(job, job.withTail(job.tail().withMessage(message.messageId())));
    outbox.append(unit, job.channel(), message);
  }

  private void replace(Job seen, Job next) {
    ConflictException.unless(jobs.replace(seen, next), seen.id());
  }
}
