package org.dffmpeg.systemtest.harness;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.dffmpeg.systemtest.wire.Credentials;

/** Settings that clients and workers share. */
public final class Yaml {
  private Yaml() {}

  /** Who signs, and where the coordinator is; {@code more} goes into its section. */
  static String peer(URI coordinator, Credentials identity, String more) {
    return """
        client_id: '%s'
        hmac_key: '%s'
        coordinator: {scheme: %s, host: %s, port: %d%s}
        """
        .formatted(
            identity.clientId(),
            identity.key(),
            coordinator.getScheme(),
            coordinator.getHost(),
            coordinator.getPort(),
            more);
  }

  /** The key that makes a peer trust this certificate alone. */
  static String trust(Path certificate) {
    return ", ca_file: '" + certificate + "'";
  }

  /** One line, as {@code paths: {A: '/a', B: '/b'}}. */
  public static String map(String key, Map<String, Path> entries) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + ": '" + entry.getValue() + "'")
        .sorted()
        .collect(Collectors.joining(", ", key + ": {", "}\n"));
  }
}
