package org.dffmpeg.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dffmpeg.coordinator.stores.Samples.job;
import static org.dffmpeg.coordinator.stores.Samples.logs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionUseTest {
  private final Database database =
      Database.open(new DatabaseSettings("jdbc:h2:mem:one", "dffmpeg", "", 2), Meter.NONE);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_unit_needs_one_connection_whatever_it_does() throws SQLException {
    try (Connection elsewhere = database.source().getConnection()) {
      assertThat(elsewhere.isValid(1)).isTrue();
      assertThat(readAndWrite()).map(Job::version).contains(1L);
    }
  }

  @Test
  void a_closed_database_is_unavailable_and_may_be_closed_again() {
    database.close();
    database.close();

    assertThatThrownBy(this::readAndWrite).isInstanceOf(StoreUnavailable.class);
  }

  private Optional<Job> readAndWrite() {
    return database
        .transactions()
        .write(
            unit -> {
              assertThat(database.jobs().find(SequentialIds.job(1))).isEmpty();
              database.jobs().insert(job(1));
              Job seen = database.jobs().find(SequentialIds.job(1)).orElseThrow();
              database.jobs().replace(seen, seen);
              database.messages().append(Channel.of(seen.id()), List.of(logs(1)));
              return database.jobs().find(seen.id());
            });
  }
}
