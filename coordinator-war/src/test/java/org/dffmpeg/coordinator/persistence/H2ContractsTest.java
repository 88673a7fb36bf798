package org.dffmpeg.coordinator.persistence;

import org.dffmpeg.coordinator.core.metrics.Meter;
import org.junit.jupiter.api.AfterAll;

class H2ContractsTest extends DatabaseContracts {
  private static final DatabaseSettings SETTINGS =
      new DatabaseSettings("jdbc:h2:mem:contracts", "dffmpeg", "", 4);

  private static Database database =
      Database.open(SETTINGS, Meter.NONE, DatabaseContracts.PATIENCE);

  @AfterAll
  static void close() {
    database.close();
  }

  @Override
  Database database() {
    return database;
  }
}
