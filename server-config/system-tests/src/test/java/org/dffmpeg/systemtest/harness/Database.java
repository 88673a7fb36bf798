package org.dffmpeg.systemtest.harness;

/** Which database the coordinator of a test stands on. */
public enum Database {
  /** The default: a file in the data directory. */
  H2 {
    @Override
    String settings() {
      return "";
    }
  },
  /** A fresh database of one embedded PostgreSQL per JVM. */
  POSTGRESQL {
    @Override
    String settings() {
      return "database: {url: '%s', user: postgres, password: postgres}\n"
          .formatted(EmbeddedDatabases.freshUrl());
    }
  };

  /** The coordinator's {@code database} section. */
  abstract String settings();
}
