package org.dffmpeg.client.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.api.ClientClosed;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.MappedCommand;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.common.protocol.SetPriority;
import org.dffmpeg.common.protocol.WorkerView;

/** The client over signed HTTP. Thread-safe. */
public final class DefaultJobClient implements JobClient {
  private final CoordinatorCalls calls;
  private final Submission submission;
  private final Watches watches;
  private final Events events;
  private final ClientThreads threads;
  private final ClientListener listener;
  private volatile boolean closed;

  DefaultJobClient(
      CoordinatorCalls calls,
      Submission submission,
      Watches watches,
      Events events,
      ClientThreads threads,
      ClientListener listener) {
    this.calls = calls;
    this.submission = submission;
    this.watches = watches;
    this.events = events;
    this.threads = threads;
    this.listener = listener;
  }

  /** A client that has not contacted its coordinator yet. */
  public static JobClient connect(ClientSettings settings, ClientListener listener) {
    return ClientWiring.client(settings, listener);
  }

  @Override
  public JobHandle submit(JobRequest request, ClientListener own) {
    refuseIfClosed("submit " + request.binary());
    MappedCommand command = submission.map(request);
    JobView job =
        calls.ask(
            "submit " + request.binary(),
            Routes.submit(submission.of(request, command)),
            JobView.class);
    Listeners listeners = listenersOf(own);
    tellSubmitted(listeners, job.jobId());
    if (!request.monitored()) {
      return new DefaultJobHandle(this, job.jobId(), command, null);
    }
    Duration interval = Duration.ofSeconds(Math.max(1, job.heartbeatInterval()));
    JobWatch watch = watches.start(job, listeners, Routes.heartbeat(job.jobId()), interval);
    return new DefaultJobHandle(this, job.jobId(), command, watch);
  }

  @Override
  public JobHandle attach(JobId id, ClientListener own) {
    refuseIfClosed("attach to job " + id);
    JobView job = status(id);
    Listeners listeners = listenersOf(own);
    tellSubmitted(listeners, id);
    JobWatch watch = watches.start(job, listeners, Routes.monitor(id), Duration.ZERO);
    return new DefaultJobHandle(this, id, MappedCommands.of(job), watch);
  }

  @Override
  public JobView status(JobId job) {
    return calls.ask("status of job " + job, Routes.status(job), JobView.class);
  }

  @Override
  public List<JobView> jobs(Duration window) {
    return calls.askList("list jobs", Routes.jobs(window), JobView.class);
  }

  @Override
  public void cancel(JobId job) {
    calls.send("cancel job " + job, Routes.cancel(job));
  }

  @Override
  public void setPriority(JobId job, int priority) {
    move(job, new SetPriority(null, priority));
  }

  @Override
  public void setClass(JobId job, JobClass jobClass) {
    move(job, new SetPriority(jobClass, null));
  }

  private void move(JobId job, SetPriority wish) {
    calls.send("move job " + job, Routes.priority(job, wish));
  }

  @Override
  public LogPage logs(JobId job, Optional<MessageId> after) {
    return calls.ask("logs of job " + job, Routes.logs(job, after), LogPage.class);
  }

  @Override
  public List<WorkerView> workers(Duration window) {
    return calls.askList("list workers", Routes.workers(window), WorkerView.class);
  }

  @Override
  public WorkerView worker(WorkerId worker) {
    return calls.ask("worker " + worker, Routes.worker(worker), WorkerView.class);
  }

  @Override
  public void close() {
    closed = true;
    watches.close();
    threads.stop();
  }

  private void refuseIfClosed(String attempt) {
    if (closed) {
      throw new ClientClosed(attempt + ": the client is closed");
    }
  }

  private Listeners listenersOf(ClientListener own) {
    return new Listeners(events, List.of(listener, own));
  }

  private static void tellSubmitted(Listeners listeners, JobId job) {
    try {
      listeners.tell(l -> l.onSubmitted(job));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
