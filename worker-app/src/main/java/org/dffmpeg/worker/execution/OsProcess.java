package org.dffmpeg.worker.execution;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dffmpeg.client.link.Ticker;
import org.dffmpeg.common.time.Sleeper;
import org.dffmpeg.worker.spool.ProcessMark;

/** A process of this machine. Thread-safe. */
final class OsProcess implements RunningProcess {
  private final Process process;
  private final Optional<ProcessMark> mark;
  private final ProcessTree tree;
  private final CompletableFuture<Integer> exit;

  OsProcess(Process process, String incarnation, Sleeper sleeper, Ticker ticker) {
    this.process = process;
    this.mark =
        ProcStat.startTicks(process.pid())
            .map(start -> new ProcessMark(process.pid(), start, ProcStat.boot(), incarnation));
    this.tree = new ProcessTree(process.toHandle(), sleeper, ticker);
    this.exit = process.onExit().thenApply(Process::exitValue);
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public Optional<ProcessMark> mark() {
    return mark;
  }

  @Override
  public InputStream standardOutput() {
    return process.getInputStream();
  }

  @Override
  public InputStream standardError() {
    return process.getErrorStream();
  }

  @Override
  public CompletableFuture<Integer> exit() {
    return exit;
  }

  @Override
  public void stop(Duration grace) throws InterruptedException {
    tree.stop(grace);
  }
}
