package org.dffmpeg.client.api;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.client.internal.ClientSettingsReader;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.signing.SigningKey;

/**
 * Whom to talk to, and as whom (PROTOCOL 18 "Client keys"). Immutable; derive others by the {@code
 * with} methods. Prints without the key.
 *
 * @param coordinators of one service, in the order in which they are tried, at least one: scheme
 *     {@code http} or {@code https}, host, port and path base, as {@code https://media:8000/api/v1}
 * @param caFile PEM certificates to trust instead of the JDK's, for https
 * @param paths variable → local directory, in the order given
 * @param heartbeatInterval of monitored jobs, whole seconds; zero means the coordinator's default
 * @param streaming whether to listen by NDJSON stream rather than by long poll (PROTOCOL 7)
 * @param pollWait how long the coordinator may stay silent on a poll
 * @param patience how long a call tries before it says {@link CoordinatorUnreachable}
 */
public record ClientSettings(
    ClientId clientId,
    SigningKey key,
    List<URI> coordinators,
    Optional<Path> caFile,
    Map<String, Path> paths,
    Duration heartbeatInterval,
    boolean streaming,
    Duration pollWait,
    Duration patience) {

  /** Checks and copies. */
  public ClientSettings {
    coordinators = List.copyOf(coordinators);
    if (coordinators.isEmpty()) {
      throw new IllegalArgumentException("at least one coordinator URL is needed");
    }
    for (URI coordinator : coordinators) {
      if (coordinator.getRawAuthority() == null) {
        throw new IllegalArgumentException("a coordinator URL needs a host: " + coordinator);
      }
    }
    paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
  }

  /**
   * Settings with defaults: no paths, streaming, 30 s of patience.
   *
   * @param base64Key the 44 characters that {@code dffmpeg-admin user add} printed
   * @throws IllegalArgumentException if the id or key is not one
   */
  public static ClientSettings of(URI coordinator, String clientId, String base64Key) {
    return new ClientSettings(
        new ClientId(clientId),
        SigningKey.ofBase64(base64Key),
        List.of(coordinator),
        Optional.empty(),
        Map.of(),
        Duration.ZERO,
        true,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30));
  }

  /**
   * Settings from the usual places: {@code $DFFMPEG_CLIENT_CONFIG}, {@code ./dffmpeg-client.yaml},
   * {@code ~/.config/dffmpeg/client.yaml}, {@code /etc/dffmpeg/client.yaml}, with {@code DFFMPEG_*}
   * over them (PROTOCOL 18).
   *
   * @throws org.dffmpeg.common.config.ConfigurationException naming every problem
   */
  public static ClientSettings load() {
    return load(Optional.empty());
  }

  /**
   * As {@link #load()}, from this file if one is given.
   *
   * @throws org.dffmpeg.common.config.ConfigurationException naming every problem
   */
  public static ClientSettings load(Optional<Path> file) {
    return ClientSettingsReader.load(file);
  }

  /** The same settings with these coordinators, one or more of one service. */
  public ClientSettings withCoordinators(List<URI> urls) {
    return new ClientSettings(
        clientId, key, urls, caFile, paths, heartbeatInterval, streaming, pollWait, patience);
  }

  /** The same settings with these path variables. */
  public ClientSettings withPaths(Map<String, Path> variables) {
    return new ClientSettings(
        clientId,
        key,
        coordinators,
        caFile,
        variables,
        heartbeatInterval,
        streaming,
        pollWait,
        patience);
  }

  /** The same settings, trusting the certificates of this PEM file. */
  public ClientSettings withCaFile(Path pem) {
    return new ClientSettings(
        clientId,
        key,
        coordinators,
        Optional.of(pem),
        paths,
        heartbeatInterval,
        streaming,
        pollWait,
        patience);
  }

  /** The same settings with this patience; zero means a single try. */
  public ClientSettings withPatience(Duration most) {
    return new ClientSettings(
        clientId, key, coordinators, caFile, paths, heartbeatInterval, streaming, pollWait, most);
  }
}
