package org.dffmpeg.coordinator.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.dffmpeg.coordinator.core.metrics.Meter;

/**
 * A real PostgreSQL of this test run. Its sessions live in Los Angeles, so that faults of time
 * zones cannot hide.
 */
final class PostgresqlServer implements AutoCloseable {
  private final EmbeddedPostgres server;

  private PostgresqlServer(EmbeddedPostgres server) {
    this.server = server;
  }

  static PostgresqlServer start() {
    return start(Map.of());
  }

  /** With more settings of the server. */
  static PostgresqlServer start(Map<String, String> more) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setServerConfig("timezone", "America/Los_Angeles");
    more.forEach(builder::setServerConfig);
    try {
      return new PostgresqlServer(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("starting PostgreSQL", e);
    }
  }

  DatabaseSettings settings() {
    return new DatabaseSettings(
        server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", 8);
  }

  Database open(Duration patience) {
    return Database.open(settings(), Meter.NONE, patience);
  }

  /** A connection of its own, as an administrator has one. */
  Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("stopping PostgreSQL", e);
    }
  }
}
