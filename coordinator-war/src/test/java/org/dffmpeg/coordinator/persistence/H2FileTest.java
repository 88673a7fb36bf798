package org.dffmpeg.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.stores.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deleting gives room to what comes later: the file of the embedded database does not grow on. */
class H2FileTest {
  private static final boolean FULL = System.getProperty("dffmpeg.bars", "small").equals("full");
  private static final int CYCLES = FULL ? 20_000 : 4_000;
  private static final int AT_ONCE = 200;
  private static final int WARM_UP = CYCLES / 5;
  private static final int WHAT_IS_LIVE_AND_SOME_SLACK = 2;

  @TempDir private Path directory;

  @Test
  void the_room_of_deleted_jobs_is_used_again() throws IOException, SQLException {
    try (Database database = Database.open(DatabaseSettings.embedded(directory, 2), Meter.NONE)) {
      forgetAtOnce(database);
      cycles(database, 0, WARM_UP);
      long small = size();

      cycles(database, WARM_UP, CYCLES);

      assertThat(size()).isLessThan(small * WHAT_IS_LIVE_AND_SOME_SLACK);
    }
  }

  /** H2 keeps what was replaced for 45 s, which no test waits for. */
  private static void forgetAtOnce(Database database) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set retention_time 0");
    }
  }

  private static void cycles(Database database, int from, int to) {
    for (int first = from; first < to; first += AT_ONCE) {
      List<JobId> jobs =
          LongStream.range(first, first + AT_ONCE).mapToObj(SequentialIds::job).toList();
      database.transactions().write(unit -> insert(database, jobs));
      database.transactions().write(unit -> delete(database, jobs));
    }
  }

  private static List<JobId> insert(Database database, List<JobId> jobs) {
    for (JobId job : jobs) {
      database.jobs().insert(Samples.in(JobState.COMPLETED, Samples.job(job)));
      database.messages().append(Channel.of(job), List.of(Samples.logs(1)));
    }
    return jobs;
  }

  private static List<JobId> delete(Database database, List<JobId> jobs) {
    database.retention().deleteEnded(jobs);
    return jobs;
  }

  private long size() throws IOException {
    return Files.size(directory.resolve("coordinator.mv.db"));
  }
}
