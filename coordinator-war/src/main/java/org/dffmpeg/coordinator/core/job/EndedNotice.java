package org.dffmpeg.coordinator.core.job;

import java.util.Optional;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.Draft;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/**
 * Tells a worker that speaks of an ended job to stop its process: old workers rely on it (PROTOCOL
 * 23.6). Thread-safe.
 */
public final class EndedNotice {
  private static final CommandAnswer ANSWER = new CommandAnswer("Job already terminal");
  private final WorkerStore workers;
  private final Outbox outbox;

  public EndedNotice(WorkerStore workers, Outbox outbox) {
    this.workers = workers;
    this.outbox = outbox;
  }

  /** Once per job as long as the worker has not been sent it. */
  CommandAnswer tell(UnitOfWork unit, Job job, WorkerId id) {
    if (!outbox.stored().hasUnsentAbout(Channel.of(id), job.id())) {
      workers.find(id).ifPresent(worker -> append(unit, job, worker));
    }
    return ANSWER;
  }

  private void append(UnitOfWork unit, Job job, Worker worker) {
    Draft draft =
        new Draft(
            Optional.of(DownlinkMessage.COORDINATOR),
            worker.id().identity(),
            Optional.of(job.id()),
            Notices.status(job, JobState.CANCELED));
    DownlinkMessage message = outbox.stamp(worker.lastMessageId(), draft);
    ConflictException.unless(workers.moveLastMessage(worker, message.messageId()), worker.id());
    outbox.append(unit, worker.channel(), message);
  }
}
