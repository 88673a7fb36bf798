package org.dffmpeg.coordinator.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Opens and closes the connections. Pure. */
final class ConnectionPool {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private ConnectionPool() {}

  static HikariDataSource open(DatabaseSettings settings, Dialect dialect) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("dffmpeg");
    // The driver manager of a server does not see the drivers of an application.
    config.setDriverClassName(dialect.driver());
    config.setJdbcUrl(dialect.completed(settings.url()));
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.poolSize());
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    dialect.driverProperties().forEach(config::addDataSourceProperty);
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw Refusals.of(settings, e);
    }
  }

  /** H2 is shut down by a word of ours: it then leaves a compact file. */
  static void close(HikariDataSource source, Dialect dialect) {
    if (dialect == Dialect.H2) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("shutdown");
      } catch (SQLException alreadyClosed) {
        // Closed is what it should be.
      }
    }
    source.close();
  }
}
