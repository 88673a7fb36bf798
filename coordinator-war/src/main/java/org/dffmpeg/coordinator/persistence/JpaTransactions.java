package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dffmpeg.coordinator.core.metrics.Counter;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;

/** Units of work as transactions of our own entity managers. Thread-safe. */
final class JpaTransactions implements Transactions {
  /** Room for many rivals for one row, and short of the time that peers wait for an answer. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int FEWEST_TRIES = 4;
  private static final long PAUSE_STEP = Duration.ofMillis(10).toNanos();
  private static final int MOST_STEPS = 10;

  private final EntityManagerFactory factory;
  private final CurrentUnit current;
  private final Meter meter;
  private final Duration patience;

  /** Makes units that, having lost every race for {@code patience}, give up. */
  JpaTransactions(
      EntityManagerFactory factory, CurrentUnit current, Meter meter, Duration patience) {
    this.factory = factory;
    this.current = current;
    this.meter = meter;
    this.patience = patience;
  }

  @Override
  public <T> T write(Function<UnitOfWork, T> work) {
    long start = System.nanoTime();
    for (int tries = 1; ; tries++) {
      try {
        return inUnit(work, JpaTransactions::begin, JpaTransactions::commit);
      } catch (ConflictException lost) {
        if (isEnough(tries, System.nanoTime() - start)) {
          meter.increment(Counter.RACES_GIVEN_UP);
          throw lost;
        }
        meter.increment(Counter.RACES_LOST);
        pauseAfter(tries);
      }
    }
  }

  private boolean isEnough(int tries, long nanosSpent) {
    return Thread.currentThread().isInterrupted()
        || (tries >= FEWEST_TRIES && nanosSpent >= patience.toNanos());
  }

  /** The longer the more often it lost: so many rivals come to take turns. */
  private static void pauseAfter(int tries) {
    long longest = PAUSE_STEP * Math.min(tries, MOST_STEPS);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
  }

  @Override
  public <T> T read(Function<UnitOfWork, T> work) {
    return inUnit(work, entities -> {}, entities -> {});
  }

  private <T> T inUnit(
      Function<UnitOfWork, T> work, Consumer<EntityManager> begin, Consumer<EntityManager> commit) {
    List<Runnable> afterCommit = new ArrayList<>();
    T result = bound(work, afterCommit::add, begin, commit);
    afterCommit.forEach(Runnable::run);
    return result;
  }

  private <T> T bound(
      Function<UnitOfWork, T> work,
      UnitOfWork unit,
      Consumer<EntityManager> begin,
      Consumer<EntityManager> commit) {
    if (!factory.isOpen()) {
      throw new StoreUnavailable("the database is closed", null);
    }
    EntityManager entities = factory.createEntityManager();
    try {
      current.bind(entities);
      begin.accept(entities);
      T result = work.apply(unit);
      commit.accept(entities);
      return result;
    } catch (RuntimeException e) {
      rollback(entities, e);
      throw Failures.translate(e);
    } finally {
      current.unbind();
      entities.close();
    }
  }

  private static void begin(EntityManager entities) {
    entities.getTransaction().begin();
  }

  private static void commit(EntityManager entities) {
    entities.getTransaction().commit();
  }

  private static void rollback(EntityManager entities, RuntimeException cause) {
    if (entities.getTransaction().isActive()) {
      try {
        entities.getTransaction().rollback();
      } catch (RuntimeException broken) {
        cause.addSuppressed(broken);
      }
    }
  }
}
