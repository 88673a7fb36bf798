package org.dffmpeg.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.JobLimits;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.stores.TestCoordinator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job that is damaged, or of another version, is a trouble of its own and of no other. */
@Timeout(60)
class UnreadableJobsTest {
  private final Database database =
      Database.open(
          new DatabaseSettings("jdbc:h2:mem:unreadable", "dffmpeg", "", 4),
          Meter.NONE,
          DatabaseContracts.PATIENCE);
  private final MutableClock clock = new MutableClock();
  private final TestCoordinator core = new TestCoordinator(new DatabaseStores(database), clock);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void the_jobs_behind_it_and_in_other_lanes_are_given_away() throws SQLException {
    damage(core.submit());
    JobId sameLane = core.submit();
    damage(core.submit());
    JobId behind = core.submit();
    damage(core.submit("A"));
    JobId otherLane = core.submit("B");
    core.online("w1", 8, "A", "B");

    assertThat(core.assignJobs.run()).isEqualTo(3);
    assertThat(core.job(sameLane).state()).isEqualTo(JobState.ASSIGNED);
    assertThat(core.job(behind).state()).isEqualTo(JobState.ASSIGNED);
    assertThat(core.job(otherLane).state()).isEqualTo(JobState.ASSIGNED);
  }

  @Test
  void the_janitor_ends_the_others() throws SQLException {
    JobOptions hasty = JobOptions.DEFAULT.withLimits(new JobLimits(30, null, null));
    JobId first = core.submit(hasty);
    JobId damaged = core.submit(hasty);
    JobId last = core.submit(hasty);
    damage(damaged);

    core.pass(clock, Duration.ofSeconds(60));

    assertThat(core.job(first).state()).isEqualTo(JobState.FAILED);
    assertThat(core.job(last).state()).isEqualTo(JobState.FAILED);
  }

  private void damage(JobId job) throws SQLException {
    try (Connection connection = database.source().getConnection();
        PreparedStatement update =
            connection.prepareStatement("update jobs set arguments = '[1' where job_id = ?")) {
      update.setString(1, job.value());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
