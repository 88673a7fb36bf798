package org.dffmpeg.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.stores.TestCoordinator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The migration of probes that were given away before they had slots of their own. */
class SlotsOfProbesTest {
  private final Database database =
      Database.open(
          new DatabaseSettings("jdbc:h2:mem:probes", "dffmpeg", "", 4),
          Meter.NONE,
          DatabaseContracts.PATIENCE);
  private final TestCoordinator core =
      new TestCoordinator(new DatabaseStores(database), Clock.systemUTC());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_probe_holds_a_slot_for_probes_afterwards() throws Exception {
    WorkerId w1 = core.online("w1", 4);
    core.submit(TestCoordinator.request("ffprobe", false));
    core.running(w1);
    run("update workers set slots_used = 2, probe_slots_used = 0");

    run(migration());

    Slots migrated = new Slots(Map.of(Slots.CPU, 1, Slots.PROBE, 1));
    assertThat(core.worker(w1).slotsUsed()).isEqualTo(migrated);
    run(migration());
    assertThat(core.worker(w1).slotsUsed()).as("repeated").isEqualTo(migrated);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isLessThanOrEqualTo(1);
    }
  }

  private static String migration() throws IOException {
    String name = "/db/migration/h2/V8__slots_of_probes.sql";
    try (InputStream text = SlotsOfProbesTest.class.getResourceAsStream(name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
