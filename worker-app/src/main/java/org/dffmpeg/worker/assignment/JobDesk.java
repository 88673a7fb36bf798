package org.dffmpeg.worker.assignment;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.Payload.JobRequest;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.worker.execution.JobTools;
import org.dffmpeg.worker.execution.RunningJob;
import org.dffmpeg.worker.execution.StopCause;
import org.dffmpeg.worker.uplink.JobUplink;
import org.dffmpeg.worker.uplink.Uplinks;

/**
 * Decides what becomes of a request or an order (PROTOCOL 15). Never blocks: what needs the
 * coordinator runs on other threads. Called by one thread at a time, but for {@link #close} and
 * {@link #suspend}.
 */
public final class JobDesk {
  private static final System.Logger LOG = System.getLogger(JobDesk.class.getName());

  private final ActiveJobs active;
  private final JobTools tools;
  private final Uplinks uplinks;
  private final Executor threads;
  private volatile boolean closed;
  private volatile boolean suspended;

  /** A desk that takes requests. */
  public JobDesk(ActiveJobs active, JobTools tools, Uplinks uplinks, Executor threads) {
    this.active = active;
    this.tools = tools;
    this.uplinks = uplinks;
    this.threads = threads;
  }

  /** From now on every request is given back: the worker drains. */
  public void close() {
    closed = true;
  }

  /** Whether requests are given back for now: there is no room for more outputs. */
  public void suspend(boolean on) {
    suspended = on;
  }

  /** The coordinator wants this run. */
  void request(JobRequest request) {
    Optional<RunningJob> here = active.find(request.jobId());
    if (here.isPresent()) {
      requestAgain(here.get(), request);
    } else {
      begin(request);
    }
  }

  /** The coordinator says what state the job is in now. */
  void order(JobId id, JobState state) {
    Optional<RunningJob> here = active.find(id);
    if (state == JobState.CANCELING) {
      here.ifPresentOrElse(
          job -> job.stop(StopCause.CANCEL, "canceled"), () -> reportUnknownCanceled(id));
    } else if (state == JobState.CANCELED || state == JobState.FAILED) {
      here.ifPresent(
          job -> job.stop(StopCause.DISOWNED, "the coordinator says it is " + state.wireName()));
    }
  }

  /** The same attempt twice is one; a newer one waits for the end of the older (S2). */
  private void requestAgain(RunningJob here, JobRequest request) {
    if (Objects.equals(here.attempt(), request.attempt())) {
      return;
    }
    here.stop(StopCause.DISOWNED, "assigned anew as attempt " + request.attempt());
    CompletableFuture<Void> unused = here.ended().thenRunAsync(() -> begin(request), threads);
  }

  private void begin(JobRequest request) {
    JobUplink uplink = uplinks.of(request.jobId(), request.attempt());
    if (closed) {
      giveBack(uplink, "this worker drains");
    } else if (suspended) {
      giveBack(uplink, "there is too little free space");
    } else if (!active.takeSlots(slots(request))) {
      giveBack(uplink, "all slots are taken");
    } else {
      active.start(new RunningJob(request, uplink, tools), slots(request));
    }
  }

  /** An old coordinator counts jobs only. */
  private static Slots slots(JobRequest request) {
    Slots slots = request.slots();
    return slots == null ? Slots.cpu(1) : slots;
  }

  private void giveBack(JobUplink uplink, String why) {
    LOG.log(System.Logger.Level.INFO, () -> "job " + uplink.job() + " given back: " + why);
    threads.execute(uplink::reject);
  }

  /** It was never started here, or has ended: nothing is left to end. */
  private void reportUnknownCanceled(JobId id) {
    ReportStatus canceled = new ReportStatus(JobState.CANCELED, null, null, null, null);
    threads.execute(() -> uplinks.of(id, null).report(canceled, () -> false));
  }
}
