package org.dffmpeg.coordinator.stores;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.access.InMemoryIdentityStore;
import org.dffmpeg.coordinator.core.cluster.CoordinatorStore;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.AttemptStore;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.retention.RetentionStore;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/** Stores in memory; one unit at a time, and a failed one is undone. Thread-safe. */
public final class InMemoryStores implements Stores {
  private static final int MOST_TRIES = 4;
  private final InMemoryState state = new InMemoryState();
  private final IdentityStore identities = new InMemoryIdentityStore();
  private final Units units = new Units();

  private final class Units implements Transactions {
    private boolean underWay;

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
      for (int tries = 1; ; tries++) {
        try {
          return once(work);
        } catch (ConflictException lost) {
          if (tries == MOST_TRIES) {
            throw lost;
          }
        }
      }
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
      return once(work);
    }

    private <T> T once(Function<UnitOfWork, T> work) {
      List<Runnable> afterCommit = new ArrayList<>();
      T result = undoable(work, afterCommit);
      afterCommit.forEach(Runnable::run);
      return result;
    }

    private synchronized <T> T undoable(Function<UnitOfWork, T> work, List<Runnable> afterCommit) {
      if (underWay) {
        throw new IllegalStateException("units do not nest");
      }
      InMemoryState before = state.copy();
      underWay = true;
      try {
        return work.apply(afterCommit::add);
      } catch (RuntimeException e) {
        state.set(before);
        throw e;
      } finally {
        underWay = false;
      }
    }
  }

  @Override
  public Transactions transactions() {
    return units;
  }

  @Override
  public JobStore jobs() {
    return new InMemoryJobStore(state);
  }

  @Override
  public AttemptStore attempts() {
    return new InMemoryAttemptStore(state);
  }

  @Override
  public WorkerStore workers() {
    return new InMemoryWorkerStore(state);
  }

  @Override
  public OutboxStore messages() {
    return new InMemoryOutboxStore(state);
  }

  @Override
  public IdentityStore identities() {
    return identities;
  }

  @Override
  public PresenceStore presence() {
    return new InMemoryPresenceStore(state);
  }

  @Override
  public PauseStore pauses() {
    return new InMemoryPauseStore(state);
  }

  @Override
  public CoordinatorStore coordinators() {
    return new InMemoryCoordinatorStore(state);
  }

  @Override
  public RetentionStore retention() {
    return new InMemoryRetentionStore(state);
  }
}
