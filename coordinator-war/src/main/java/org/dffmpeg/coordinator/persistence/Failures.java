package org.dffmpeg.coordinator.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;

/** What an exception of the database means to the core. Pure. */
final class Failures {
  /**
   * Serialization failure, deadlock victim, unique key taken, foreign key broken; H2: row gone that
   * a key refers to, row changed, lock timed out.
   */
  private static final Set<String> LOST_RACES =
      Set.of("40001", "40P01", "23505", "23503", "23506", "90131", "HYT00");

  /** PostgreSQL: shut down or starting; H2: connection broken, database closed. */
  private static final Set<String> AWAY =
      Set.of("57P01", "57P02", "57P03", "90067", "90098", "90121");

  private static final String CONNECTION_CLASS = "08";

  private Failures() {}

  static RuntimeException translate(RuntimeException failure) {
    Optional<SQLException> sql = sqlCause(failure);
    if (sql.filter(Failures::isAway).isPresent()) {
      return new StoreUnavailable("the database cannot be reached", failure);
    }
    return sql.filter(Failures::isLostRace).isPresent()
        ? new ConflictException("the database refused: " + sql.get().getSQLState(), failure)
        : failure;
  }

  private static boolean isLostRace(SQLException e) {
    return LOST_RACES.contains(String.valueOf(e.getSQLState()));
  }

  private static boolean isAway(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException
        || state.startsWith(CONNECTION_CLASS)
        || AWAY.contains(state);
  }

  private static Optional<SQLException> sqlCause(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst();
  }
}
