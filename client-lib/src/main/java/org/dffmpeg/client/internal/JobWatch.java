package org.dffmpeg.client.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.client.api.JobProgress;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.client.link.Answer;
import org.dffmpeg.client.link.MessageSink;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Follows one job from its messages to its end. Messages come on the watch's own thread, and so the
 * end is told there, also if the heartbeat learned of it: nothing is told between the lines before
 * it. The result is completed on the event thread, after every line (C4). Thread-safe.
 */
final class JobWatch implements MessageSink {
  private final JobId job;
  private final ClientId requester;
  private final Listeners listeners;
  private final CoordinatorCalls calls;
  private final LogRepair repair;
  private final ProgressParser parser = new ProgressParser();
  private final CompletableFuture<JobResult> end = new CompletableFuture<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable JobProgress progress;
  private final AtomicLong heard = new AtomicLong();
  private volatile @Nullable JobResult untold;

  JobWatch(
      JobId job,
      ClientId requester,
      Listeners listeners,
      CoordinatorCalls calls,
      LogRepair repair) {
    this.job = job;
    this.requester = requester;
    this.listeners = listeners;
    this.calls = calls;
    this.repair = repair;
  }

  JobId job() {
    return job;
  }

  boolean isOver() {
    return over.get();
  }

  CompletableFuture<JobResult> end() {
    return end;
  }

  Optional<JobProgress> progress() {
    return Optional.ofNullable(progress);
  }

  /** How many messages came so far. */
  long heard() {
    return heard.get();
  }

  /** The job ended, as the coordinator said when it was asked. Told by {@link #tellUntold}. */
  void endedUntold(JobResult result) {
    untold = result;
  }

  /** Whether there is no need to listen any longer. */
  boolean isEndKnown() {
    return untold != null;
  }

  /** After the listening, on its thread: tells the end that no message told. */
  void tellUntold() throws InterruptedException {
    JobResult result = untold;
    if (result != null) {
      finish(result, true);
    }
  }

  @Override
  public boolean receive(List<DownlinkMessage> messages) {
    try {
      for (DownlinkMessage message : messages) {
        heard.incrementAndGet();
        if (over.get() || (isOurs(message) && isLast(message))) {
          return false;
        }
      }
      return !over.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean refused(Answer answer) {
    lose(calls.refusal("listen to job " + job, answer));
    return false;
  }

  /** Ends the waiting without knowing the job's end. */
  void lose(ClientException cause) {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    try {
      listeners.tell(listener -> listener.onLost(job, cause));
      listeners.afterwards(() -> end.completeExceptionally(cause));
    } catch (InterruptedException e) {
      end.completeExceptionally(cause);
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the waiting at once, from a thread that may not wait for listeners. */
  void abandon(ClientException cause) {
    if (over.compareAndSet(false, true)) {
      listeners.tellAtOnce(listener -> listener.onLost(job, cause));
    }
    end.completeExceptionally(cause);
  }

  /** A message may be on our channel and yet for somebody else (PITFALLS W5). */
  private boolean isOurs(DownlinkMessage message) {
    return job.equals(message.jobId()) && requester.equals(message.recipientId());
  }

  private boolean isLast(DownlinkMessage message) throws InterruptedException {
    if (message.payload() instanceof Payload.JobLogs logs) {
      repair.heard(message.messageId());
      tellLines(logs.logs());
      return false;
    }
    if (message.payload() instanceof Payload.JobStatus status) {
      listeners.tell(listener -> listener.onStatus(job, status.status()));
      if (status.status().isTerminal()) {
        finish(Results.of(job, status), status.reason() == null);
        return true;
      }
    }
    return false;
  }

  /**
   * The job ended, as a message or the coordinator itself said.
   *
   * @param mayMissLines whether lines before the end may not have come as messages: an old
   *     coordinator (it gives no reason), or an end that no message told
   */
  private void finish(JobResult result, boolean mayMissLines) throws InterruptedException {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    try {
      if (mayMissLines) {
        repair.eachMissing(this::tellLines);
      }
      listeners.tell(listener -> listener.onEnd(job, result));
      listeners.afterwards(() -> end.complete(result));
    } catch (InterruptedException | RuntimeException | Error e) {
      // Whatever it was, nobody may wait for ever.
      end.completeExceptionally(e);
      throw e;
    }
  }

  private void tellLines(List<LogEntry> entries) throws InterruptedException {
    for (LogEntry entry : entries) {
      listeners.tell(
          entry.content().length(),
          listener -> listener.onLine(job, entry.stream(), entry.content()));
      if (entry.stream() == LogStream.STDERR) {
        tellProgress(parser.read(entry.content()));
      }
    }
  }

  private void tellProgress(Optional<JobProgress> news) throws InterruptedException {
    if (news.isPresent()) {
      progress = news.get();
      listeners.tell(listener -> listener.onProgress(job, news.get()));
    }
  }
}
