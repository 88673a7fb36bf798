package org.dffmpeg.client.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobProgress;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.client.api.MappedCommand;
import org.dffmpeg.client.api.NotFound;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AttemptView;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.common.protocol.WorkerView;

/** A client without a coordinator: answers what it was told to, remembers what it was asked. */
public final class FakeJobClient implements JobClient {
  public final List<String> calls = new ArrayList<>();
  public final List<JobRequest> submitted = new ArrayList<>();
  public final Deque<JobView> statuses = new ArrayDeque<>();
  public final Deque<LogPage> pages = new ArrayDeque<>();
  public JobResult result = new JobResult.Completed(Samples.JOB);
  public Consumer<ClientListener> play = listener -> {};

  /** How often waiting for the end is in vain. */
  public int timeOuts;

  @Override
  public JobHandle submit(JobRequest request, ClientListener listener) {
    submitted.add(request);
    play.accept(listener);
    return new Handle();
  }

  @Override
  public JobHandle attach(JobId job, ClientListener listener) {
    calls.add("attach " + job);
    play.accept(listener);
    return new Handle();
  }

  @Override
  public JobView status(JobId job) {
    calls.add("status " + job);
    if (statuses.isEmpty()) {
      throw new NotFound("show " + job + ": Job not found (404)");
    }
    return statuses.size() > 1 ? statuses.remove() : statuses.element();
  }

  @Override
  public List<JobView> jobs(Duration window) {
    calls.add("jobs " + window);
    return List.of(Samples.job(JobState.RUNNING, null));
  }

  @Override
  public void cancel(JobId job) {
    calls.add("cancel " + job);
  }

  @Override
  public void setPriority(JobId job, int priority) {
    calls.add("priority " + job + " " + priority);
  }

  @Override
  public void setClass(JobId job, JobClass jobClass) {
    calls.add("class " + job + " " + jobClass.wireName());
  }

  @Override
  public LogPage logs(JobId job, Optional<MessageId> after) {
    calls.add("logs after " + after.map(MessageId::value).orElse("start"));
    return pages.isEmpty() ? new LogPage(List.of(), null) : pages.remove();
  }

  @Override
  public List<WorkerView> workers(Duration window) {
    calls.add("workers " + window);
    return List.of(Samples.worker());
  }

  @Override
  public WorkerView worker(WorkerId worker) {
    calls.add("worker " + worker);
    return Samples.worker();
  }

  @Override
  public void close() {}

  private final class Handle implements JobHandle {
    @Override
    public JobId id() {
      return Samples.JOB;
    }

    @Override
    public MappedCommand command() {
      return new MappedCommand(List.of(), List.of(), Optional.empty(), List.of());
    }

    @Override
    public CompletableFuture<JobResult> result() {
      return CompletableFuture.completedFuture(result);
    }

    @Override
    public JobResult await(Duration timeout) throws TimeoutException {
      if (timeOuts-- > 0) {
        throw new TimeoutException();
      }
      return result;
    }

    @Override
    public JobResult await() {
      return result;
    }

    @Override
    public Optional<JobProgress> progress() {
      return Optional.empty();
    }

    @Override
    public JobView status() {
      return FakeJobClient.this.status(id());
    }

    @Override
    public List<AttemptView> attempts() {
      return status().attempts();
    }

    @Override
    public void cancel() {
      FakeJobClient.this.cancel(id());
    }
  }
}
