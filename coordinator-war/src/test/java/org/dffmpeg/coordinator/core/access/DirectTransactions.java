package org.dffmpeg.coordinator.core.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/** Runs the work at once, against stores that need no transaction; nothing is rolled back. */
public final class DirectTransactions implements Transactions {
  @Override
  public <T> T write(Function<UnitOfWork, T> work) {
    List<Runnable> afterCommit = new ArrayList<>();
    T result = work.apply(afterCommit::add);
    afterCommit.forEach(Runnable::run);
    return result;
  }

  @Override
  public <T> T read(Function<UnitOfWork, T> work) {
    return write(work);
  }
}
