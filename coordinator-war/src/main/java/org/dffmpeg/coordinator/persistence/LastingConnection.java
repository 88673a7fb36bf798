package org.dffmpeg.coordinator.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * A connection to PostgreSQL beside the pool, opened when it is first asked for and again after it
 * was dropped. Used by one thread at a time; only {@link #close} may come from another.
 */
final class LastingConnection implements AutoCloseable {
  private final DatabaseSettings settings;
  private final String name;
  private final String opening;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Connection connection;

  /**
   * Not yet open.
   *
   * @param name what the database's administrator sees
   * @param opening the first statement of each connection
   */
  LastingConnection(DatabaseSettings settings, String name, String opening) {
    this.settings = settings;
    this.name = name;
    this.opening = opening;
  }

  /** The connection, open as far as one knows. */
  Connection get() throws SQLException {
    Connection known = connection;
    return known == null ? open() : known;
  }

  private Connection open() throws SQLException {
    if (isClosed()) {
      throw new SQLException("closed");
    }
    Connection opened = new Driver().connect(settings.url(), properties());
    if (opened == null) {
      throw new SQLException("the driver does not know " + settings.address());
    }
    connection = opened;
    run(opened, opening);
    if (isClosed()) {
      drop();
    }
    return opened;
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(Dialect.POSTGRESQL.driverProperties());
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("ApplicationName", name);
    return properties;
  }

  static void run(Connection connection, String statement) throws SQLException {
    try (Statement command = connection.createStatement()) {
      command.execute(statement);
    }
  }

  /** It is broken: the next is a new one. */
  void drop() {
    Connection known = connection;
    connection = null;
    if (known != null) {
      try {
        known.abort(Runnable::run);
      } catch (SQLException alreadyBroken) {
        // That is why it is dropped.
      }
    }
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Waits, but not for longer than until it is closed. */
  void awaitClosed(Duration most) {
    try {
      if (closed.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  /** Never opens again; who reads from it is interrupted. */
  @Override
  public void close() {
    closed.countDown();
    drop();
  }
}
