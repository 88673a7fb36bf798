package org.dffmpeg.coordinator.config;

import java.nio.file.Path;
import java.util.Optional;
import org.dffmpeg.common.config.Secret;
import org.dffmpeg.common.config.SettingsReader;

/**
 * Where the coordinator listens. Immutable.
 *
 * @param tls present if it speaks HTTPS
 */
public record ListenSettings(String host, int port, Optional<Tls> tls) {

  /** The keystore with the certificate and its private key. */
  public record Tls(Path keystore, Secret password) {}

  static ListenSettings read(SettingsReader settings) {
    return new ListenSettings(
        settings.text("host", "127.0.0.1"),
        settings.integer("port", 8000, 1, 65_535),
        tls(settings.section("tls")));
  }

  private static Optional<Tls> tls(SettingsReader section) {
    Optional<Path> keystore = section.path("keystore_file");
    Optional<Secret> password = section.secret("keystore_password");
    if (keystore.isPresent() && password.isEmpty()) {
      section.missing("keystore_password");
    }
    if (keystore.isEmpty() && password.isPresent()) {
      section.missing("keystore_file");
    }
    return keystore.flatMap(file -> password.map(secret -> new Tls(file, secret)));
  }
}
