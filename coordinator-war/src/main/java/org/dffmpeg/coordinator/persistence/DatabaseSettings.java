package org.dffmpeg.coordinator.persistence;

import java.nio.file.Path;

/**
 * Where the coordinator keeps what it knows. Immutable; prints without the password.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param poolSize connections at most
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {
  /** The embedded database in a file of the data directory. */
  public static DatabaseSettings embedded(Path dataDirectory, int poolSize) {
    Path file = dataDirectory.toAbsolutePath().normalize().resolve("coordinator");
    return new DatabaseSettings("jdbc:h2:file:" + file, "dffmpeg", "", poolSize);
  }

  /** The URL without its parameters, among which a password could be. */
  String address() {
    return url.split("[?;]", 2)[0];
  }

  @Override
  public String toString() {
    return "DatabaseSettings[url=" + address() + ", user=" + user + "]";
  }
}
