package org.dffmpeg.coordinator.persistence;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.cluster.Broadcast;
import org.dffmpeg.coordinator.core.cluster.CoordinatorStore;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.AttemptStore;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.retention.RetentionStore;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** An open database with its schema in place: pool, transactions and stores. Thread-safe. */
public final class Database implements AutoCloseable {
  private final Dialect dialect;
  private final HikariDataSource source;
  private final EntityManagerFactory factory;
  private final DatabaseClock clock;
  private final Broadcast broadcast;
  private final CurrentUnit unit = new CurrentUnit();
  private final Transactions transactions;

  private Database(
      DatabaseSettings settings,
      Dialect dialect,
      HikariDataSource source,
      Meter meter,
      Duration patience) {
    this.dialect = dialect;
    this.source = source;
    this.clock = DatabaseClock.read(source, System::nanoTime);
    this.broadcast = dialect.broadcast(settings);
    this.factory =
        Persistence.createEntityManagerFactory(
            "dffmpeg", Map.of("jakarta.persistence.nonJtaDataSource", source));
    this.transactions = new JpaTransactions(factory, unit, meter, patience);
  }

  /**
   * Connects, brings the schema up to date, and reads the clock.
   *
   * @throws DatabaseRefused if the database cannot be reached, is in use, or has a schema from
   *     elsewhere; the message is one line for the operator
   */
  public static Database open(DatabaseSettings settings, Meter meter) {
    return open(settings, meter, JpaTransactions.PATIENCE);
  }

  /** The same, with units that give up after {@code patience}: for tests of units that lose. */
  static Database open(DatabaseSettings settings, Meter meter, Duration patience) {
    Dialect dialect =
        Dialect.of(settings.url())
            .orElseThrow(
                () ->
                    new DatabaseRefused(
                        "the database " + settings.address() + " is neither H2 nor PostgreSQL"));
    HikariDataSource source = ConnectionPool.open(settings, dialect);
    try {
      migrate(source, dialect);
      return new Database(settings, dialect, source, meter, patience);
    } catch (FlywayException e) {
      source.close();
      throw Refusals.of(settings, e);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static void migrate(DataSource source, Dialect dialect) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(source)
        .locations(dialect.migrations())
        .load()
        .migrate();
  }

  public Transactions transactions() {
    return transactions;
  }

  public JobStore jobs() {
    return new JpaJobStore(unit);
  }

  public AttemptStore attempts() {
    return new JpaAttemptStore(unit);
  }

  public WorkerStore workers() {
    return new JpaWorkerStore(unit);
  }

  public OutboxStore messages() {
    return new JpaOutboxStore(unit);
  }

  public IdentityStore identities() {
    return new JpaIdentityStore(unit);
  }

  public PresenceStore presence() {
    return new JpaPresenceStore(unit);
  }

  public PauseStore pauses() {
    return new JpaPauseStore(unit);
  }

  public CoordinatorStore coordinators() {
    return new JpaCoordinatorStore(unit);
  }

  /** The way to other coordinators of this database; closed with it, if not before. */
  public Broadcast broadcast() {
    return broadcast;
  }

  public RetentionStore retention() {
    return new JpaRetentionStore(unit);
  }

  /** Database time in whole microseconds, as last read. */
  public Clock clock() {
    return clock;
  }

  /**
   * Reads the database's clock again: at each tick of the janitor.
   *
   * @throws org.dffmpeg.coordinator.core.tx.StoreUnavailable if the database cannot be reached
   */
  public void synchronizeClock() {
    clock.synchronize();
  }

  /** The connections, for tests that look behind the stores. */
  DataSource source() {
    return source;
  }

  /** Units that begin after it find the database unavailable. A second call does nothing. */
  @Override
  public void close() {
    if (factory.isOpen()) {
      broadcast.close();
      factory.close();
      ConnectionPool.close(source, dialect);
    }
  }
}
