package org.dffmpeg.worker.execution;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dffmpeg.client.link.Loop;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.Payload.JobRequest;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.worker.lease.HeartbeatLoop;
import org.dffmpeg.worker.lease.Lease;
import org.dffmpeg.worker.spool.AttemptSpool;
import org.dffmpeg.worker.spool.Delivery;
import org.dffmpeg.worker.uplink.JobUplink;
import org.dffmpeg.worker.uplink.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one job: resolve, accept, beat, clear away, start, drain, wait, keep its end,
 * report. Runs on its own thread; may be stopped from any. Long, because the order of these steps
 * is what it is about.
 */
public final class RunningJob implements Runnable {
  private static final System.Logger LOG = System.getLogger(RunningJob.class.getName());

  /** How long a process may take to end politely; all is over within five seconds (PROTOCOL 15). */
  private static final Duration GRACE = Duration.ofMillis(4500);

  private final JobRequest request;
  private final JobUplink uplink;
  private final JobTools tools;
  private final AttemptSpool spool;
  private final Delivery delivery;
  private final CompletableFuture<StopCause> stopped = new CompletableFuture<>();
  private final CompletableFuture<Void> released = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private Optional<Loop> heartbeat = Optional.empty();
  private volatile boolean impatient;
  private volatile String stopSentence = "";

  /** A job that does not run yet. */
  public RunningJob(JobRequest request, JobUplink uplink, JobTools tools) {
    this.request = request;
    this.uplink = uplink;
    this.tools = tools;
    this.spool = tools.spool().attempt(request.jobId(), request.attempt());
    this.delivery = new Delivery(spool, uplink);
  }

  /** Its name. */
  public JobId id() {
    return request.jobId();
  }

  /** Which assignment of the job this is; null from an old coordinator. */
  public @Nullable Integer attempt() {
    return request.attempt();
  }

  /** Completes when its process is gone: the slot is free, the report may be on its way. */
  public CompletableFuture<Void> released() {
    return released;
  }

  /** Completes when nothing of it is left here: no process, nothing to say. */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /**
   * Ends it, without waiting. The first cause decides what is reported; a later one may still end
   * the trying to report.
   *
   * @param sentence why, for people
   */
  public void stop(StopCause cause, String sentence) {
    if (!cause.isPatient()) {
      impatient = true;
    }
    if (!stopped.isDone()) {
      stopSentence = sentence;
      if (stopped.complete(cause)) {
        LOG.log(Level.INFO, () -> "job " + id() + " stops: " + sentence);
      }
    }
  }

  @Override
  public void run() {
    try {
      spool.delete();
      work().ifPresentOrElse(this::report, spool::delete);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, () -> "job " + id() + " broke this worker's code", e);
      report(spool.report().orElseGet(() -> broken(e)));
    } finally {
      heartbeat.ifPresent(Loop::stop);
      released.complete(null);
      ended.complete(null);
    }
  }

  private static ReportStatus broken(RuntimeException e) {
    return Endings.notStarted(EndReason.START_FAILED, "the worker failed: " + e);
  }

  private Optional<ReportStatus> work() throws InterruptedException {
    if (stopped.isDone()) {
      return stoppedEnding();
    }
    try {
      Optional<PreparedJob> job = tools.preparation().prepare(request, stopped);
      return job.isPresent() ? accept(job.get()) : unprepared();
    } catch (CannotRun e) {
      return Optional.of(Endings.notStarted(e.reason(), e.sentence()));
    }
  }

  /** Others may reach the files, or this worker later. */
  private Optional<ReportStatus> unprepared() {
    if (stopped.isDone()) {
      return stoppedEnding();
    }
    LOG.log(Level.WARNING, () -> "job " + id() + " given back: its files do not answer");
    uplink.reject();
    return Optional.empty();
  }

  private Optional<ReportStatus> accept(PreparedJob prepared)
      throws CannotRun, InterruptedException {
    try (PreparedJob job = prepared) {
      Duration acceptedAt = tools.ticker().now();
      if (!isTaken(uplink.accept(job.made(), stopped::isDone))) {
        return notTaken();
      }
      Lease lease =
          new Lease(Lease.length(request.jobLease(), tools.lease()), acceptedAt, tools.ticker());
      heartbeat = Optional.of(beat(lease));
      removeFormer(job.files(), lease);
      return start(job.command(), job.outputs(), lease);
    }
  }

  /** Returns when the way is clear, or the job has to stop. */
  private void removeFormer(OutputFiles files, Lease lease) throws CannotRun, InterruptedException {
    Watchdog watchdog = new Watchdog().within(lease);
    CompletableFuture<Optional<CannotRun>> removal =
        new Removal(files, () -> !stopped.isDone() && watchdog.alarm().isEmpty())
            .begin(tools.threads());
    watchdog.await(CompletableFuture.anyOf(removal, stopped));
    watchdog.alarm().ifPresent(alarm -> stop(alarm.cause(), alarm.sentence()));
    Optional<CannotRun> problem = removal.getNow(Optional.empty());
    if (problem.isPresent() && !stopped.isDone()) {
      throw problem.get();
    }
  }

  private boolean isTaken(Verdict accept) {
    return accept.fold(
        taken -> true,
        lost -> refusedAccept(lost.why()),
        refused -> refusedAccept(refused.why()),
        unheard -> refusedAccept(unheard.why()));
  }

  private boolean refusedAccept(String why) {
    LOG.log(Level.WARNING, () -> "job " + id() + " not run, accept failed: " + why);
    return false;
  }

  /** Nothing was started; only a cancel that came meanwhile is worth an answer. */
  private Optional<ReportStatus> notTaken() {
    return stopped.isDone() ? stoppedEnding() : Optional.empty();
  }

  private Optional<ReportStatus> start(LocalCommand command, FreeSpace.Outputs outputs, Lease lease)
      throws InterruptedException {
    if (stopped.isDone()) {
      return stoppedEnding();
    }
    try {
      RunningProcess process = tools.starter().start(command);
      process.mark().ifPresent(spool::started);
      LOG.log(
          Level.INFO, () -> "job " + id() + " runs as process " + process.pid() + ": " + command);
      return supervise(command, process, outputs, lease);
    } catch (IOException e) {
      return Optional.of(
          Endings.notStarted(
              EndReason.START_FAILED,
              "cannot start " + request.binaryName() + ": " + e.getMessage()));
    }
  }

  private Optional<ReportStatus> supervise(
      LocalCommand command, RunningProcess process, FreeSpace.Outputs outputs, Lease lease)
      throws InterruptedException {
    JobOutput output =
        new JobOutput(
            process, delivery, tools, this::isDisowned, why -> stop(StopCause.DISOWNED, why));
    try {
      Watchdog watchdog = watchdog(lease, output);
      boolean byItself = endsByItself(process, watchdog);
      if (!byItself) {
        process.stop(GRACE);
      }
      output.finish(() -> byItself && (stopped.isDone() || watchdog.alarm().isPresent()));
      return byItself && !isDisowned()
          ? Optional.of(
              new Diagnosis(command, output.complaints(), outputs, tools.encoders())
                  .of(process.exit().join()))
          : stoppedEnding(command);
    } finally {
      if (!process.exit().isDone()) {
        process.stop(Duration.ZERO);
      }
    }
  }

  private Watchdog watchdog(Lease lease, JobOutput output) {
    Duration startedAt = tools.ticker().now();
    return new Watchdog()
        .within(lease)
        .runningAtMost(request.runTimeout(), () -> tools.ticker().since(startedAt))
        .silentAtMost(request.stallTimeout(), output::silence);
  }

  /** Waits for the end of the process, the wish to stop it or a reason to. */
  private boolean endsByItself(RunningProcess process, Watchdog watchdog)
      throws InterruptedException {
    watchdog
        .await(CompletableFuture.anyOf(process.exit(), stopped))
        .ifPresent(alarm -> stop(alarm.cause(), alarm.sentence()));
    return !stopped.isDone();
  }

  private boolean isDisowned() {
    return stopped.getNow(StopCause.CANCEL) == StopCause.DISOWNED;
  }

  /** What hangs may be an encoder. */
  private Optional<ReportStatus> stoppedEnding(LocalCommand command) throws InterruptedException {
    Optional<String> fault =
        stopped.join() == StopCause.STALLED ? tools.encoders().fault(command) : Optional.empty();
    return fault.map(f -> Endings.encoderHangs(f, stopSentence)).or(this::stoppedEnding);
  }

  private Optional<ReportStatus> stoppedEnding() {
    return Endings.stopped(stopped.join(), stopSentence);
  }

  private void report(ReportStatus status) {
    spool.report(status);
    released.complete(null);
    Verdict verdict = delivery.all(status, () -> impatient);
    if (isDisowned()) {
      spool.delete();
    }
    LOG.log(
        verdict instanceof Verdict.Taken ? Level.INFO : Level.WARNING,
        () -> "job " + id() + " " + said(status) + told(verdict));
  }

  private static String said(ReportStatus status) {
    String detail = status.reasonDetail();
    return status.status().wireName() + (detail == null ? "" : ": " + detail);
  }

  private static String told(Verdict verdict) {
    return verdict.fold(
        taken -> "",
        lost -> "; not reported, it is not ours any more: " + lost.why(),
        refused -> "; the report was refused: " + refused.why(),
        unheard -> "; the report stays in the spool, it was not heard: " + unheard.why());
  }

  private Loop beat(Lease lease) {
    HeartbeatLoop body =
        new HeartbeatLoop(
            uplink,
            Duration.ofSeconds(request.heartbeatInterval()),
            lease,
            why -> stop(StopCause.DISOWNED, why),
            tools.ticker(),
            tools.random());
    Loop loop = new Loop("heartbeat of job " + id(), body::tick);
    tools.threads().execute(() -> loop.runAfter(body.pause()));
    return loop;
  }
}
