package org.dffmpeg.client.cli.command;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.client.api.JobProgress;
import org.dffmpeg.client.cli.output.Output;
import org.dffmpeg.client.cli.output.ProgressBar;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.LogStream;

/**
 * A job's output on the outputs of this process: stdout to stdout, stderr to stderr. On a terminal
 * ffmpeg's status line becomes a progress bar below the other lines. With {@code --json} all goes
 * to stderr. A job whose stdout nobody reads any more is canceled. Thread-safe: called by the
 * client's listener thread and while a shutdown hook runs.
 */
final class RelayedOutput implements ClientListener, AutoCloseable {
  private final Output output;
  private final Consumer<JobId> cancel;
  private final ProgressBar bar;
  private volatile boolean waits = true;
  private volatile boolean readerGone;

  RelayedOutput(Output output, Consumer<JobId> cancel) {
    this.output = output;
    this.cancel = cancel;
    this.bar = new ProgressBar(output.err(), output.terminal());
  }

  @Override
  public synchronized void onLine(JobId job, LogStream stream, String line) {
    if (bar.replaces(stream, line)) {
      return;
    }
    PrintStream target = stream == LogStream.STDOUT && !output.json() ? output.out() : output.err();
    bar.erase();
    target.println(line);
    target.flush();
    bar.draw();
    if (target == output.out() && target.checkError() && !readerGone) {
      cancel.accept(job);
      readerGone = true;
    }
  }

  @Override
  public void onStatus(JobId job, JobState state) {
    waits = state == JobState.PENDING;
  }

  /** Whether, for all we heard, no worker has the job yet. */
  boolean mayWaitForWorker() {
    return waits;
  }

  /** Whether the job was canceled because nobody reads its stdout. */
  boolean isReaderGone() {
    return readerGone;
  }

  @Override
  public synchronized void onProgress(JobId job, JobProgress progress) {
    bar.show(progress);
  }

  /** Says that the end was asked for. */
  synchronized void interrupted() {
    bar.erase();
    output.note("canceling; waiting for ffmpeg to end");
  }

  /** Leaves the bar as it is: what comes now is below it. Idempotent. */
  synchronized void finish() {
    bar.finish();
  }

  @Override
  public void close() {
    finish();
  }
}
