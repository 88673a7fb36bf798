package org.dffmpeg.worker.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.dffmpeg.client.link.Ticker;
import org.dffmpeg.common.time.Sleeper;
import org.dffmpeg.worker.spool.ProcessMark;

/** Ends what runs on of the processes that a former life of the worker started. Thread-safe. */
public final class Orphans {
  /** Nobody reads their output any more: there is nothing to be gained by long good-byes. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Sleeper sleeper;
  private final Ticker ticker;

  /** For this machine. */
  public Orphans(Sleeper sleeper, Ticker ticker) {
    this.sleeper = sleeper;
    this.ticker = ticker;
  }

  /**
   * Ends the process and all it started; returns when they are gone. A process that only has the
   * same number by now is left alone. If it is gone itself, those of its session are ended that
   * have the incarnation in their environment.
   *
   * @return whether anything ran on
   */
  public boolean end(ProcessMark mark) throws InterruptedException {
    if (!ProcStat.boot().equals(mark.boot())) {
      return false;
    }
    ProcessTree tree = tree(mark);
    boolean lives = tree.lives();
    tree.stop(GRACE);
    return lives;
  }

  private ProcessTree tree(ProcessMark mark) {
    Optional<Long> start = ProcStat.startTicks(mark.pid());
    if (start.isEmpty()) {
      return new ProcessTree(() -> relatives(mark), sleeper, ticker);
    }
    return start.get() == mark.startTicks()
        ? ProcessHandle.of(mark.pid())
            .map(root -> new ProcessTree(root, sleeper, ticker))
            .orElseGet(this::nothing)
        : nothing();
  }

  private static Stream<ProcessHandle> relatives(ProcessMark mark) {
    return ProcStat.session(mark.pid())
        .filter(
            member ->
                ProcStat.hasVariable(
                    member.pid(), OsProcessStarter.INCARNATION, mark.incarnation()));
  }

  private ProcessTree nothing() {
    return new ProcessTree(Stream::empty, sleeper, ticker);
  }
}
