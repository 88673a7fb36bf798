package org.dffmpeg.coordinator.config;

import java.util.Optional;
import org.dffmpeg.common.config.Secret;
import org.dffmpeg.common.config.SettingsReader;

/**
 * Where the coordinator keeps what it knows. Immutable.
 *
 * @param url a JDBC URL of PostgreSQL or H2; empty: a file in the data directory
 * @param password empty text if there is none
 * @param connections at most
 */
public record StoreSettings(Optional<String> url, String user, Secret password, int connections) {

  static StoreSettings read(SettingsReader settings) {
    SettingsReader section = settings.section("database");
    Retired.DATABASE.reportIn(section);
    Optional<String> url =
        section.parsed("url", "jdbc:postgresql://… or jdbc:h2:…", StoreSettings::supported);
    if (url.isEmpty()) {
      requireAbsent(section, "user");
      requireAbsent(section, "password");
      requireAbsent(section, "password_file");
    }
    return new StoreSettings(
        url,
        section.text("user", ""),
        section.secret("password").orElse(new Secret("")),
        section.integer("pool_size", 10, 2, 500));
  }

  private static String supported(String url) {
    if (url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:h2:")) {
      return url;
    }
    throw new IllegalArgumentException("no such database");
  }

  private static void requireAbsent(SettingsReader section, String key) {
    if (section.has(key)) {
      section.problem(key, "means nothing without database.url");
    }
  }
}
