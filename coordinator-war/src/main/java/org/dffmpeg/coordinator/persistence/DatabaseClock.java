package org.dffmpeg.coordinator.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;

/**
 * The time of the database, in whole microseconds: leases are judged by it, so that the clocks of
 * several coordinators do not matter. Measured now and then, and counted on from there by a
 * monotonic counter, so that nobody's setting of a clock is felt in between. Thread-safe.
 */
final class DatabaseClock extends Clock {
  private final DataSource source;
  private final LongSupplier nanos;
  private volatile Reading reading;

  /** The database's time when the counter stood there. */
  private record Reading(Instant time, long counter) {}

  private DatabaseClock(DataSource source, LongSupplier nanos, Reading reading) {
    this.source = source;
    this.nanos = nanos;
    this.reading = reading;
  }

  /** A clock that has been read once. */
  static DatabaseClock read(DataSource source, LongSupplier nanos) {
    return new DatabaseClock(source, nanos, measure(source, nanos));
  }

  /**
   * Reads the database's clock again.
   *
   * @throws StoreUnavailable if it cannot be reached; the last reading goes on
   */
  void synchronize() {
    reading = measure(source, nanos);
  }

  private static Reading measure(DataSource source, LongSupplier nanos) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      long before = nanos.getAsLong();
      try (ResultSet result = statement.executeQuery("select current_timestamp")) {
        result.next();
        Instant time = result.getObject(1, OffsetDateTime.class).toInstant();
        return new Reading(time, before + (nanos.getAsLong() - before) / 2);
      }
    } catch (SQLException e) {
      throw new StoreUnavailable("the time of the database cannot be read", e);
    }
  }

  @Override
  public Instant instant() {
    Reading last = reading;
    return last.time().plusNanos(nanos.getAsLong() - last.counter()).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** The zone plays no part in instants. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
