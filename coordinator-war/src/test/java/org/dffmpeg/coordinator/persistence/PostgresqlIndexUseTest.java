package org.dffmpeg.coordinator.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sees a statement that no index helps. One that reads another index from end to end is seen on H2
 * only, whose indexes are the same: PostgreSQL takes any before it scans, if told not to scan.
 */
@Tag("slow")
class PostgresqlIndexUseTest extends IndexUse {
  /** One message of the server's JSON log: a statement that was executed. */
  private static final Pattern EXECUTED =
      Pattern.compile("\"message\":\"execute [^:]*: ((?:[^\"\\\\]++|\\\\.)*+)\"");

  @TempDir private static Path logs;
  private static PostgresqlServer server;
  private static Database database;

  @BeforeAll
  static void start() {
    server =
        PostgresqlServer.start(
            Map.of(
                "log_statement", "all",
                "logging_collector", "on",
                "log_destination", "jsonlog",
                "log_directory", logs.toString(),
                "log_file_mode", "0644"));
    database = server.open(Duration.ofMillis(10));
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  @Override
  Database database() {
    return database;
  }

  @Override
  Set<String> statements() throws IOException {
    Set<String> found = new LinkedHashSet<>();
    try (var files = Files.newDirectoryStream(logs, "*.json")) {
      for (Path file : files) {
        Matcher executed = EXECUTED.matcher(Files.readString(file));
        while (executed.find()) {
          String statement = executed.group(1).replace("\\\"", "\"").replace("\\n", " ");
          if (concernsRows(statement)) {
            found.add(statement);
          }
        }
      }
    }
    return found;
  }

  /** With scans forbidden, so that a table of one row is read like one of a million. */
  @Override
  String planOf(String sql) throws SQLException {
    Properties simple = new Properties();
    simple.setProperty("preferQueryMode", "simple"); // the other modes want values for $1
    try (Connection connection = DriverManager.getConnection(server.settings().url(), simple);
        Statement statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
      return String.join("\n", column(statement.executeQuery("explain (generic_plan) " + sql)));
    }
  }

  @Override
  String wholeTable() {
    return "Seq Scan";
  }
}
