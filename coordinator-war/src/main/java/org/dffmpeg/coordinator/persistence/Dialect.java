package org.dffmpeg.coordinator.persistence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.coordinator.core.cluster.Broadcast;

/** What differs between the databases: the rest is one text for all. */
enum Dialect {
  /**
   * The embedded one. A commit is on its way to the disk before it is answered, so that a kill of
   * the process loses nothing; we close it ourselves, after everything else. Each connection
   * remembers all our statements, of which it would parse most again at every use; and messages lie
   * in their rows, not each in a store of its own as large objects do.
   */
  H2(
      "jdbc:h2:",
      "org.h2.Driver",
      ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=200"
          + ";MAX_LENGTH_INPLACE_LOB=16384"),
  POSTGRESQL("jdbc:postgresql:", "org.postgresql.Driver", "");

  private final String urlPrefix;
  private final String driver;
  private final String urlSuffix;

  Dialect(String urlPrefix, String driver, String urlSuffix) {
    this.urlPrefix = urlPrefix;
    this.driver = driver;
    this.urlSuffix = urlSuffix;
  }

  static Optional<Dialect> of(String url) {
    return Arrays.stream(values()).filter(dialect -> url.startsWith(dialect.urlPrefix)).findFirst();
  }

  String driver() {
    return driver;
  }

  /** The URL with what we need of this database. */
  String completed(String url) {
    return url + urlSuffix;
  }

  /**
   * PostgreSQL: a dead network is noticed after half a minute, not never; and the server itself
   * finds out the type of a null, which EclipseLink binds as text.
   */
  Map<String, String> driverProperties() {
    return switch (this) {
      case H2 -> Map.of();
      case POSTGRESQL ->
          Map.of(
              "connectTimeout", "5",
              "socketTimeout", "30",
              "tcpKeepAlive", "true",
              "stringtype", "unspecified");
    };
  }

  /** How coordinators that share this database hear of each other: only PostgreSQL is shared. */
  Broadcast broadcast(DatabaseSettings settings) {
    return switch (this) {
      case H2 -> Broadcast.NONE;
      case POSTGRESQL -> new PostgresqlBroadcast(settings);
    };
  }

  /** Where the schema is written in this database's words. */
  String migrations() {
    return "classpath:db/migration/" + name().toLowerCase(Locale.ROOT);
  }
}
