package org.dffmpeg.coordinator.persistence;

import java.time.Clock;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** An open database with its schema in place: pool, transactions and stores. Thread-safe. */
public final class Database implements AutoCloseable {
  private Database() {}

  /**
   * Connects, migrates, and starts the clock.
   *
   * @throws DatabaseRefused if the database cannot be reached, is in use, or has a schema from
   *     elsewhere
   */
  public static Database open(DatabaseSettings settings, Clock system, Meter meter) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  public Transactions transactions() {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  public JobStore jobs() {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  public WorkerStore workers() {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  public OutboxStore messages() {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  public IdentityStore identities() {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  public PresenceStore presence() {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  /** Database time, whole microseconds; see {@link #synchronizeClock}. */
  public Clock clock() {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  /** Measures the database's clock again: at each tick of the janitor. */
  public void synchronizeClock() {
    org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  @Override
  public void close() {}
}
