package org.dffmpeg.worker.execution;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.protocol.Payload.JobRequest;

/**
 * Looks at the files of a job before it is accepted. A look at a mount may hang, and nothing can
 * end it: so it has a thread of its own, which is given up in time, and the job's path variables
 * are not usable until it comes back. Thread-safe.
 */
public final class Preparation {
  private static final System.Logger LOG = System.getLogger(Preparation.class.getName());

  /** Half of what a coordinator waits for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** As many threads are lost to looks that hang, and no more. */
  private static final int MOST_HANGING = 16;

  private final CommandResolver resolver;
  private final FreeSpace freeSpace;
  private final Executor threads;
  private final Duration patience;
  private final Set<Look> hanging = ConcurrentHashMap.newKeySet();

  /** Nothing hangs yet. */
  public Preparation(CommandResolver resolver, FreeSpace freeSpace, Executor threads) {
    this(resolver, freeSpace, threads, PATIENCE);
  }

  Preparation(CommandResolver resolver, FreeSpace freeSpace, Executor threads, Duration patience) {
    this.resolver = resolver;
    this.freeSpace = freeSpace;
    this.threads = threads;
    this.patience = patience;
  }

  /** One look at the files of one job; equal to itself only. */
  private static final class Look {
    private final JobRequest request;
    private final CompletableFuture<PreparedJob> result = new CompletableFuture<>();

    Look(JobRequest request) {
      this.request = request;
    }
  }

  /** The path variables that are not usable now. */
  public Set<String> hangingVariables() {
    Set<String> variables = new HashSet<>();
    hanging.forEach(look -> variables.addAll(look.request.paths()));
    return variables;
  }

  /**
   * The job, ready to be accepted; empty if the look at its files hangs, or is abandoned.
   *
   * @throws CannotRun naming what is missing, or full
   */
  Optional<PreparedJob> prepare(JobRequest request, CompletableFuture<?> abandoned)
      throws CannotRun, InterruptedException {
    if (isHanging(request.paths())) {
      return Optional.empty();
    }
    Look look = new Look(request);
    threads.execute(() -> look(look));
    await(CompletableFuture.anyOf(look.result, abandoned));
    if (!look.result.isDone()) {
      letGo(look, abandoned.isDone());
      return Optional.empty();
    }
    return Optional.of(result(look));
  }

  private void await(CompletableFuture<?> news) throws InterruptedException {
    try {
      news.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // Whoever waits looks at the result.
    }
  }

  private boolean isHanging(List<String> variables) {
    return hanging.size() >= MOST_HANGING || !Collections.disjoint(hangingVariables(), variables);
  }

  private void look(Look look) {
    try {
      LocalCommand command = resolver.resolve(look.request);
      OutputFiles files =
          new OutputFiles(
              command, look.request.outputs(), UlidFactory.createdAt(look.request.jobId()));
      FreeSpace.Outputs outputs = freeSpace.watch(command);
      look.result.complete(new PreparedJob(command, files, files.made(), outputs));
    } catch (CannotRun | RuntimeException e) {
      look.result.completeExceptionally(e);
    }
  }

  /** What comes when nobody waits any more is closed. */
  private void letGo(Look look, boolean abandoned) {
    if (!abandoned) {
      hanging.add(look);
      LOG.log(
          Level.WARNING,
          () ->
              "the files of job "
                  + look.request.jobId()
                  + " do not answer; not usable until they do: "
                  + look.request.paths());
    }
    CompletableFuture<PreparedJob> unused =
        look.result.whenComplete(
            (job, failure) -> {
              hanging.remove(look);
              if (job != null) {
                job.close();
              }
            });
  }

  private static PreparedJob result(Look look) throws CannotRun, InterruptedException {
    try {
      return look.result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CannotRun reason) {
        throw reason;
      }
      throw new IllegalStateException("looking at the files of " + look.request.jobId(), e);
    }
  }
}
