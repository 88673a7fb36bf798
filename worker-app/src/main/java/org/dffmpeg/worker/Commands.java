package org.dffmpeg.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dffmpeg.worker.execution.LocalCommand;
import org.dffmpeg.worker.execution.ProcessStarter;
import org.dffmpeg.worker.execution.RunningProcess;
import org.dffmpeg.worker.mount.MountRecovery;

/** Runs small commands of the system, such as systemctl. */
record Commands(ProcessStarter starter, Duration timeout) implements MountRecovery.CommandRunner {
  private static final System.Logger LOG = System.getLogger(Commands.class.getName());

  @Override
  public boolean succeeds(List<String> words) throws InterruptedException {
    try {
      RunningProcess process = starter.start(new LocalCommand(words, Optional.empty(), List.of()));
      return succeeds(process);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, () -> words + ": " + e.getMessage());
      return false;
    }
  }

  private boolean succeeds(RunningProcess process) throws InterruptedException {
    try {
      return process.exit().get(timeout.toMillis(), TimeUnit.MILLISECONDS) == 0;
    } catch (TimeoutException e) {
      process.stop(Duration.ofSeconds(1));
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
