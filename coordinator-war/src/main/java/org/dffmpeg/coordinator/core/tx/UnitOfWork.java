package org.dffmpeg.coordinator.core.tx;

/** One transaction under way. Confined to the calling thread. */
public interface UnitOfWork {
  /**
   * Runs after the commit, in the order of the calls, on the calling thread; never if the unit
   * rolls back. It must be quick and must not throw.
   */
  void afterCommit(Runnable action);
}
