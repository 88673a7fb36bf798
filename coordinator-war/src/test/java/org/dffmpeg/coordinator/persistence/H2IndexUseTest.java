package org.dffmpeg.coordinator.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2IndexUseTest extends IndexUse {
  private static final Database DATABASE =
      Database.open(
          new DatabaseSettings("jdbc:h2:mem:plans", "dffmpeg", "", 4),
          Meter.NONE,
          Duration.ofMillis(10));

  @BeforeAll
  static void listen() throws SQLException {
    run("set query_statistics_max_entries 10000");
    run("set query_statistics true");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  Database database() {
    return DATABASE;
  }

  @Override
  Set<String> statements() throws SQLException {
    try (Connection connection = DATABASE.source().getConnection();
        Statement statement = connection.createStatement()) {
      return column(
              statement.executeQuery(
                  "select sql_statement from information_schema.query_statistics"))
          .stream()
          .filter(IndexUse::concernsRows)
          .collect(Collectors.toSet());
    }
  }

  @Override
  String planOf(String sql) throws SQLException {
    try (Connection connection = DATABASE.source().getConnection();
        PreparedStatement statement = connection.prepareStatement("explain " + sql)) {
      int parameters = statement.getParameterMetaData().getParameterCount();
      for (int i = 1; i <= parameters; i++) {
        statement.setObject(i, null);
      }
      return String.join("\n", column(statement.executeQuery()));
    }
  }

  @Override
  String wholeTable() {
    return ".tableScan";
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = DATABASE.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
