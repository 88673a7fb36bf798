package org.dffmpeg.client.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobProgress;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.client.api.MappedCommand;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.AttemptView;
import org.dffmpeg.common.protocol.JobView;
import org.jspecify.annotations.Nullable;

/** A job and, unless it is detached, its watch. Thread-safe. */
final class DefaultJobHandle implements JobHandle {
  private final JobClient client;
  private final JobId id;
  private final MappedCommand command;
  private final @Nullable JobWatch watch;

  DefaultJobHandle(JobClient client, JobId id, MappedCommand command, @Nullable JobWatch watch) {
    this.client = client;
    this.id = id;
    this.command = command;
    this.watch = watch;
  }

  @Override
  public JobId id() {
    return id;
  }

  @Override
  public MappedCommand command() {
    return command;
  }

  @Override
  public CompletableFuture<JobResult> result() {
    return watch().end().copy();
  }

  @Override
  public JobResult await(Duration timeout) throws TimeoutException, InterruptedException {
    try {
      return watch().end().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  @Override
  public JobResult await() throws InterruptedException {
    try {
      return watch().end().get();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  @Override
  public Optional<JobProgress> progress() {
    return watch == null ? Optional.empty() : watch.progress();
  }

  @Override
  public JobView status() {
    return client.status(id);
  }

  @Override
  public List<AttemptView> attempts() {
    return status().attempts();
  }

  @Override
  public void cancel() {
    client.cancel(id);
  }

  private JobWatch watch() {
    if (watch == null) {
      throw new IllegalStateException("job " + id + " is detached: nobody here watches it");
    }
    return watch;
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    return e.getCause() instanceof ClientException known
        ? known
        : new IllegalStateException("a watch failed", e.getCause());
  }
}
