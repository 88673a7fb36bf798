package org.dffmpeg.coordinator.persistence;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class PostgresqlContractsTest extends DatabaseContracts {
  private static final PostgresqlServer SERVER = PostgresqlServer.start();
  private static final Database DATABASE = SERVER.open(DatabaseContracts.PATIENCE);

  @AfterAll
  static void stop() {
    DATABASE.close();
    SERVER.close();
  }

  @Override
  Database database() {
    return DATABASE;
  }
}
