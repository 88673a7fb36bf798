package org.dffmpeg.worker.execution;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dffmpeg.client.link.Ticker;
import org.dffmpeg.common.time.Sleeper;

/**
 * A process, its descendants, and what else lives in its session: a grandchild whose parent has
 * died is no descendant any more, but still of the session. Thread-safe.
 */
final class ProcessTree {
  private static final Duration AFTER_KILL = Duration.ofSeconds(2);

  /** The JDK hears of the end of what is no child of ours only after seconds: we look ourselves. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private final Supplier<Stream<ProcessHandle>> members;
  private final Sleeper sleeper;
  private final Ticker ticker;

  /** All that this process started. */
  ProcessTree(ProcessHandle root, Sleeper sleeper, Ticker ticker) {
    this(
        () ->
            Stream.of(Stream.of(root), root.descendants(), ProcStat.session(root.pid()))
                .flatMap(s -> s),
        sleeper,
        ticker);
  }

  /** Any others, asked for again and again. */
  ProcessTree(Supplier<Stream<ProcessHandle>> members, Sleeper sleeper, Ticker ticker) {
    this.members = members;
    this.sleeper = sleeper;
    this.ticker = ticker;
  }

  /**
   * SIGTERM to all, SIGKILL to those that live on after {@code grace}; returns when all are gone.
   */
  void stop(Duration grace) throws InterruptedException {
    Set<ProcessHandle> known = new LinkedHashSet<>(living().toList());
    known.forEach(ProcessHandle::destroy);
    Duration start = ticker.now();
    while (anyLives(known) && ticker.since(start).compareTo(grace) < 0) {
      sleeper.sleep(LOOK_EVERY);
    }
    killAll(known);
  }

  /** Again and again: one that is killed may just have started another. */
  private void killAll(Set<ProcessHandle> known) throws InterruptedException {
    living().forEach(known::add);
    Duration start = ticker.now();
    while (anyLives(known) && ticker.since(start).compareTo(AFTER_KILL) < 0) {
      known.stream().filter(ProcessTree::lives).forEach(ProcessHandle::destroyForcibly);
      sleeper.sleep(LOOK_EVERY);
      living().forEach(known::add);
    }
  }

  private Stream<ProcessHandle> living() {
    return members.get().filter(ProcessTree::lives);
  }

  /** Whether there is anything to stop. */
  boolean lives() {
    return living().findAny().isPresent();
  }

  private static boolean anyLives(Set<ProcessHandle> processes) {
    return processes.stream().anyMatch(ProcessTree::lives);
  }

  /** One that only waits for its parent to hear of its end is dead enough. */
  private static boolean lives(ProcessHandle process) {
    return process.isAlive() && !ProcStat.isZombie(process.pid());
  }
}
