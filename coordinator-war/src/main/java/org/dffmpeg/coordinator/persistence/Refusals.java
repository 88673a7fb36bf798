package org.dffmpeg.coordinator.persistence;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Says to an operator in one line why a database cannot be used, and what to do. Pure. */
final class Refusals {
  private static final int H2_FILE_IN_USE = 90020;
  private static final String WRONG_PASSWORD_CLASS = "28";
  private static final String H2_FILE = "jdbc:h2:file:";

  private Refusals() {}

  static DatabaseRefused of(DatabaseSettings settings, Exception failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst()
        .map(cause -> new DatabaseRefused(sentence(settings, cause), failure))
        .orElseGet(() -> new DatabaseRefused(place(settings) + ": " + oneLine(failure), failure));
  }

  private static String sentence(DatabaseSettings settings, SQLException cause) {
    if (cause.getErrorCode() == H2_FILE_IN_USE) {
      return "the database file "
          + file(settings)
          + ".mv.db is in use by another process: stop that coordinator, or start this one with"
          + " its own data_dir, or give both a PostgreSQL database";
    }
    if (String.valueOf(cause.getSQLState()).startsWith(WRONG_PASSWORD_CLASS)) {
      return place(settings)
          + " refuses user '"
          + settings.user()
          + "': check database.user and database.password";
    }
    return place(settings) + " cannot be used: " + oneLine(cause);
  }

  private static String place(DatabaseSettings settings) {
    return "the database " + settings.address();
  }

  private static String file(DatabaseSettings settings) {
    String address = settings.address();
    return address.startsWith(H2_FILE) ? address.substring(H2_FILE.length()) : address;
  }

  private static String oneLine(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
  }
}
