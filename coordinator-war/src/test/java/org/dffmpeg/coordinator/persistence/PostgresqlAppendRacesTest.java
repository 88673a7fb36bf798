package org.dffmpeg.coordinator.persistence;

import org.dffmpeg.coordinator.core.metrics.Meter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class PostgresqlAppendRacesTest extends AppendRaces {
  private static final PostgresqlServer SERVER = PostgresqlServer.start();
  private static final Database DATABASE = Database.open(SERVER.settings(), Meter.NONE);

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
