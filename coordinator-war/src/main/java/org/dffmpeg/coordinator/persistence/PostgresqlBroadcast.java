package org.dffmpeg.coordinator.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.dffmpeg.common.time.Backoff;
import org.dffmpeg.coordinator.core.cluster.Broadcast;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * LISTEN and NOTIFY of PostgreSQL, on two connections of its own: one listens for ever, one sends,
 * so that neither waits for the other or for the pool. Both are opened anew when they break.
 * Thread-safe.
 *
 * <p>A listener asks for a sign of life every {@link #ROUND}: a connection that a network forgot is
 * noticed then.
 */
final class PostgresqlBroadcast implements Broadcast {
  private static final Logger LOG = System.getLogger(PostgresqlBroadcast.class.getName());
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), 0.3);
  private static final RandomGenerator RANDOM = () -> ThreadLocalRandom.current().nextLong();

  /** A notification need not be on the disk: who listens now hears it, nobody else does. */
  private static final String SEND_AT_ONCE = "set synchronous_commit = off";

  private static final String LISTEN = "listen dffmpeg";
  private static final String NOTIFY = "select pg_notify('dffmpeg', ?)";
  private static final String SIGN_OF_LIFE = "select 1";

  private final LastingConnection sending;
  private final LastingConnection listening;
  private int failures;

  /** Connects when it is first used. */
  PostgresqlBroadcast(DatabaseSettings settings) {
    this.sending = new LastingConnection(settings, "dffmpeg notify", SEND_AT_ONCE);
    this.listening = new LastingConnection(settings, "dffmpeg listen", LISTEN);
  }

  @Override
  public void send(String text) {
    try (PreparedStatement statement = sending.get().prepareStatement(NOTIFY)) {
      statement.setString(1, text);
      statement.execute();
    } catch (SQLException e) {
      sending.drop();
      throw new StoreUnavailable("the other coordinators cannot be told", e);
    }
  }

  @Override
  public void listen(Audience audience) {
    while (!listening.isClosed()) {
      try {
        hear(listening.get(), audience);
      } catch (SQLException e) {
        listening.drop();
        lost(e);
        listening.awaitClosed(BACKOFF.delay(failures, RANDOM));
      }
    }
  }

  private void hear(Connection connection, Audience audience) throws SQLException {
    PGConnection notifying = connection.unwrap(PGConnection.class);
    audience.mayHaveMissed();
    while (!listening.isClosed()) {
      PGNotification[] heard = notifying.getNotifications(Math.toIntExact(ROUND.toMillis()));
      found();
      for (PGNotification notification : heard) {
        audience.heard(notification.getParameter());
      }
      if (heard.length == 0) {
        LastingConnection.run(connection, SIGN_OF_LIFE);
      }
    }
  }

  private void lost(SQLException e) {
    failures++;
    if (!listening.isClosed()) {
      Level level = failures == 1 ? Level.WARNING : Level.DEBUG;
      LOG.log(level, () -> "other coordinators are not heard, trying again: " + e.getMessage());
    }
  }

  private void found() {
    if (failures > 0) {
      failures = 0;
      LOG.log(Level.INFO, "other coordinators are heard again");
    }
  }

  @Override
  public void close() {
    listening.close();
    sending.close();
  }
}
