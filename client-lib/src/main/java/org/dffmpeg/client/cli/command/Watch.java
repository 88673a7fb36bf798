package org.dffmpeg.client.cli.command;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.client.cli.output.Output;
import org.dffmpeg.client.cli.run.CommandFailed;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.client.internal.CancelOnSignal;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.JobView;

/**
 * Follows one job to its end: prints its output, says what it waits for, ends it when this process
 * is told to end. Confined to one thread; for one job only.
 */
final class Watch {
  private static final System.Logger LOG = System.getLogger(Watch.class.getName());
  private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
  private static final Duration NEXT_LOOKS = Duration.ofSeconds(15);

  private final Session session;
  private final Output output;
  private String lastReason = "";

  Watch(Session session) {
    this.session = session;
    this.output = session.output();
  }

  /** Submits and follows; ffmpeg's exit code. */
  int submit(JobRequest request) {
    return follow(listener -> session.client().submit(request, listener));
  }

  /** Follows a job that is there; its exit code. */
  int attach(JobId job) {
    return follow(listener -> session.client().attach(job, listener));
  }

  private int follow(Function<ClientListener, JobHandle> begin) {
    try (RelayedOutput relay = new RelayedOutput(output, session.client()::cancel);
        CancelOnSignal guard = CancelOnSignal.install(relay::interrupted)) {
      JobHandle handle = begin.apply(relay);
      guard.protect(handle);
      JobResult result = await(handle, relay);
      relay.finish();
      return relay.isReaderGone() ? ExitCode.READER_GONE.code() : finish(handle, result);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed(ExitCode.ERROR, "interrupted while following the job", e);
    }
  }

  private JobResult await(JobHandle handle, RelayedOutput relay) throws InterruptedException {
    Duration patience = FIRST_LOOK;
    while (true) {
      try {
        return handle.await(patience);
      } catch (TimeoutException notYet) {
        patience = NEXT_LOOKS;
        if (relay.mayWaitForWorker()) {
          sayWhatItWaitsFor(handle);
        }
      }
    }
  }

  /** A question without an answer ends nothing: the job goes on, and its watch knows what to do. */
  private void sayWhatItWaitsFor(JobHandle handle) {
    try {
      JobView job = handle.status();
      String reason = job.waitingFor() == null ? "" : job.waitingFor();
      if (job.status() == JobState.PENDING && !reason.isEmpty() && !reason.equals(lastReason)) {
        output.note("waiting: " + reason);
        lastReason = reason;
      }
    } catch (ClientException e) {
      LOG.log(System.Logger.Level.DEBUG, e::getMessage);
    }
  }

  private int finish(JobHandle handle, JobResult result) {
    if (output.json()) {
      TakenJob.print(handle, output);
    } else if (!saidByFfmpeg(result) && !result.explanation().isEmpty()) {
      output.note("dffmpeg-client: " + result.explanation());
    }
    return result.exitCode();
  }

  private static boolean saidByFfmpeg(JobResult result) {
    return result instanceof JobResult.Failed failed && failed.reason() == EndReason.EXITED;
  }
}
