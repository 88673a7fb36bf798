package org.dffmpeg.coordinator.core.tx;

import java.util.function.Function;

/**
 * Runs work against the stores: one call, one transaction. The stores are bound to the calling
 * thread meanwhile; units do not nest. Thread-safe.
 *
 * <p>A unit whose transaction was a deadlock's victim, or which threw {@link ConflictException}, is
 * rolled back and run again after a short random pause, until it wins or has lost for some seconds;
 * three times at least. So the work must do nothing but read and write the stores; what else shall
 * happen goes to {@link UnitOfWork#afterCommit}. Any exception rolls back.
 */
public interface Transactions {
  /**
   * Runs the work and commits.
   *
   * @throws ConflictException if the unit lost every try, or its thread is interrupted after one
   * @throws StoreUnavailable if the database cannot be reached; nothing is known of the outcome if
   *     it went away during the commit
   */
  <T> T write(Function<UnitOfWork, T> work);

  /**
   * A consistent view is not promised: each query sees what is committed when it runs.
   *
   * @throws StoreUnavailable if the database cannot be reached
   */
  <T> T read(Function<UnitOfWork, T> work);
}
