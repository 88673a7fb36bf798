package org.dffmpeg.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.stores.TestCoordinator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs that another version of the coordinator put into lanes of other names. */
class FormerLanesTest {
  private final Database database =
      Database.open(
          new DatabaseSettings("jdbc:h2:mem:lanes", "dffmpeg", "", 4),
          Meter.NONE,
          DatabaseContracts.PATIENCE);
  private final TestCoordinator core =
      new TestCoordinator(new DatabaseStores(database), Clock.systemUTC());
  private JobId first;
  private JobId second;

  @BeforeEach
  void two_jobs_wait_in_lanes_that_nobody_would_name_so_today() throws SQLException {
    first = core.submit("A");
    second = core.submit("B");
    name(first, "2zz1");
    name(second, "2zz2");
  }

  private void name(JobId job, String lane) throws SQLException {
    try (Connection connection = database.source().getConnection();
        PreparedStatement update =
            connection.prepareStatement("update jobs set lane = ? where job_id = ?")) {
      update.setString(1, lane);
      update.setString(2, job.value());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  @Timeout(60)
  void their_place_in_the_queue_is_found() {
    assertThat(done(core.findJob.run(ALICE, first)).queuePosition()).isEqualTo(1);
    assertThat(done(core.findJob.run(ALICE, second)).queuePosition()).isEqualTo(2);
  }

  @Test
  void each_is_given_away() {
    core.online("w1", 1, "B");
    core.online("w2", 1, "A");

    assertThat(core.assignJobs.run()).isEqualTo(2);
  }
}
