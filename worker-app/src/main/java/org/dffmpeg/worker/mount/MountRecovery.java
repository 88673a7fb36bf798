package org.dffmpeg.worker.mount;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Mounts what is down by starting its systemd unit, parents first, on a thread of its own: a mount
 * that hangs holds up nothing else. One round at a time. Thread-safe.
 */
public final class MountRecovery implements Consumer<List<Path>> {
  private static final System.Logger LOG = System.getLogger(MountRecovery.class.getName());

  /** Runs a command to its end, or a time-out. */
  @FunctionalInterface
  public interface CommandRunner {
    /** Whether it ended with 0 in time. */
    boolean succeeds(List<String> words) throws InterruptedException;
  }

  private final List<String> command;
  private final CommandRunner runner;
  private final Executor thread;
  private final AtomicBoolean busy = new AtomicBoolean();

  /**
   * Starts units.
   *
   * @param sudo whether this worker needs {@code sudo} for it
   */
  public MountRecovery(boolean sudo, CommandRunner runner, Executor thread) {
    this.command =
        sudo ? List.of("sudo", "-n", "systemctl", "start") : List.of("systemctl", "start");
    this.runner = runner;
    this.thread = thread;
  }

  @Override
  public void accept(List<Path> down) {
    if (busy.compareAndSet(false, true)) {
      thread.execute(() -> recover(down));
    }
  }

  private void recover(List<Path> down) {
    try {
      for (Path mountPoint : down) {
        start(UnitName.of(mountPoint));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      busy.set(false);
    }
  }

  private void start(String unit) throws InterruptedException {
    LOG.log(System.Logger.Level.WARNING, () -> unit + " is down: starting it");
    boolean started = runner.succeeds(Stream.concat(command.stream(), Stream.of(unit)).toList());
    if (!started) {
      LOG.log(System.Logger.Level.WARNING, () -> unit + " cannot be started");
    }
  }
}
