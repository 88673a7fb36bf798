package org.dffmpeg.systemtest.harness;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dffmpeg.systemtest.wire.Credentials;

/** Settings that clients and workers share. */
public final class Yaml {
  private Yaml() {}

  /** Who signs, and where the coordinators are; {@code more} goes into their section. */
  static String peer(List<URI> coordinators, Credentials identity, String more) {
    String who = "client_id: '%s'\nhmac_key: '%s'\n".formatted(identity.clientId(), identity.key());
    return who + (coordinators.size() == 1 ? one(coordinators.get(0), more) : any(coordinators));
  }

  private static String one(URI coordinator, String more) {
    return "coordinator: {scheme: %s, host: %s, port: %d%s}\n"
        .formatted(coordinator.getScheme(), coordinator.getHost(), coordinator.getPort(), more);
  }

  private static String any(List<URI> coordinators) {
    return coordinators.stream()
        .map(coordinator -> "'" + coordinator + "'")
        .collect(Collectors.joining(", ", "coordinators: [", "]\n"));
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
