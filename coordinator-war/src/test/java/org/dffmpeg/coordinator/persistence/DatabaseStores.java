package org.dffmpeg.coordinator.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.cluster.CoordinatorStore;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.AttemptStore;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.retention.RetentionStore;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.stores.Stores;

/** The stores of an open database. */
record DatabaseStores(Database database) implements Stores {
  private static final List<String> TABLES =
      List.of(
          "messages",
          "jobs",
          "workers",
          "capability_sets",
          "identities",
          "service_presence",
          "queue_pause",
          "coordinators",
          "retention_marks");

  /** Empties every table: cheaper than a new database for each test. */
  void clear() {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("delete from " + table);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("clearing the tables", e);
    }
  }

  @Override
  public Transactions transactions() {
    return database.transactions();
  }

  @Override
  public JobStore jobs() {
    return database.jobs();
  }

  @Override
  public AttemptStore attempts() {
    return database.attempts();
  }

  @Override
  public WorkerStore workers() {
    return database.workers();
  }

  @Override
  public OutboxStore messages() {
    return database.messages();
  }

  @Override
  public IdentityStore identities() {
    return database.identities();
  }

  @Override
  public PresenceStore presence() {
    return database.presence();
  }

  @Override
  public PauseStore pauses() {
    return database.pauses();
  }

  @Override
  public CoordinatorStore coordinators() {
    return database.coordinators();
  }

  @Override
  public RetentionStore retention() {
    return database.retention();
  }
}
