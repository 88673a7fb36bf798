package org.dffmpeg.coordinator.persistence;

import org.dffmpeg.coordinator.core.metrics.Meter;
import org.junit.jupiter.api.AfterAll;

class H2AppendRacesTest extends AppendRaces {
  private static final Database DATABASE =
      Database.open(new DatabaseSettings("jdbc:h2:mem:races", "dffmpeg", "", 8), Meter.NONE);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  Database database() {
    return DATABASE;
  }
}
