package org.dffmpeg.worker.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process, its descendants, and what else lives in its session: a grandchild whose parent has
 * died is no descendant any more, but still of the session. Thread-safe.
 */
final class ProcessTree {
  private static final Duration AFTER_KILL = Duration.ofSeconds(2);

  private final ProcessHandle root;

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  /**
   * SIGTERM to all, SIGKILL to those that live on after {@code grace}; returns when they are gone.
   */
  void stop(Duration grace) throws InterruptedException {
    Set<ProcessHandle> known = new LinkedHashSet<>(living().toList());
    known.forEach(ProcessHandle::destroy);
    awaitEnd(known, grace);
    living().forEach(known::add);
    List<ProcessHandle> stubborn = known.stream().filter(ProcessHandle::isAlive).toList();
    stubborn.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(stubborn, AFTER_KILL);
  }

  private Stream<ProcessHandle> living() {
    return Stream.of(Stream.of(root), root.descendants(), ProcessSessions.members(root.pid()))
        .flatMap(s -> s)
        .filter(ProcessHandle::isAlive);
  }

  private static void awaitEnd(Iterable<ProcessHandle> processes, Duration most)
      throws InterruptedException {
    List<CompletableFuture<ProcessHandle>> ends = new ArrayList<>();
    processes.forEach(p -> ends.add(p.onExit()));
    try {
      CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
          .get(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // The caller looks who is left.
    }
  }
}
