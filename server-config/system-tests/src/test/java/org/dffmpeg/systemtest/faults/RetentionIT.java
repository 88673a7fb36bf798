package org.dffmpeg.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run of retention that is killed, and the memory of it. */
@Tag("slow")
class RetentionIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final int OLD_JOBS = 6000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration OFTEN = Duration.ofMillis(10);
  private static final Pattern URL = Pattern.compile("url: '([^']+)'");

  /** Whatever columns there are: each is as in the one job that there is. */
  private static final String COPY =
      """
      insert into jobs
      select (jsonb_populate_record(null::jobs, to_jsonb(j) || jsonb_build_object(
          'job_id', lpad(n::text, 26, '0'), 'ended_at', timestamptz '2020-01-01' + n * interval '1 second'))).*
      from jobs j, generate_series(1, %d) n
      """
          .formatted(OLD_JOBS);

  @Test
  void a_killed_run_goes_on_after_the_restart_where_it_stopped() throws Exception {
    Coordinator coordinator =
        LAB.coordinator(Database.POSTGRESQL, "retention: {interval: 604800, jitter: 0}\n");
    Jobs jobs = new Jobs(LAB.closeLater(coordinator.as(coordinator.identity("user", "client"))));
    String young = jobs.submit("x");
    jobs.cancel(young);
    try (Connection database = connect(coordinator)) {
      execute(database, COPY);
      int killed = start(coordinator).getInt("run");
      await()
          .atMost(PATIENCE)
          .pollInterval(OFTEN)
          .until(() -> jobsIn(database) < OLD_JOBS - OLD_JOBS / 20);

      coordinator.kill();
      long left = jobsIn(database) - 1;
      assertThat(left).isPositive();
      coordinator.restart();

      await().atMost(PATIENCE).until(() -> jobsIn(database) == 1);
      await()
          .atMost(PATIENCE)
          .until(() -> run(coordinator, 0).getString("status").equals("completed"));
      assertThat(run(coordinator, 0).getInt("run")).isGreaterThan(killed);
      assertThat((long) run(coordinator, 0).getInt("jobs")).isBetween(left, left + 100);
      assertThat(run(coordinator, 1).getInt("run")).isEqualTo(killed);
      assertThat(run(coordinator, 1).getString("status")).isEqualTo("interrupted");
      assertThat(jobs.status(young)).isEqualTo("canceled");
    }
  }

  private static JsonObject start(Coordinator coordinator) {
    try (RawHttp admin = coordinator.as(coordinator.admin())) {
      return admin.post("/admin/retention").object();
    }
  }

  /** Number 0 is the latest. */
  private static JsonObject run(Coordinator coordinator, int number) {
    try (RawHttp admin = coordinator.as(coordinator.admin())) {
      return admin.get("/admin/retention").expectOk().json().asJsonArray().getJsonObject(number);
    }
  }

  private static Connection connect(Coordinator coordinator) throws IOException, SQLException {
    Matcher url = URL.matcher(Files.readString(coordinator.settings()));
    assertThat(url.find()).isTrue();
    return DriverManager.getConnection(url.group(1), "postgres", "postgres");
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long jobsIn(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from jobs")) {
      count.next();
      return count.getLong(1);
    }
  }
}
