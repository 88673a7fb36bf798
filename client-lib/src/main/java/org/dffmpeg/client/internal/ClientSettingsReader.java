package org.dffmpeg.client.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.common.config.CoordinatorAddress;
import org.dffmpeg.common.config.Coordinators;
import org.dffmpeg.common.config.PathSettings;
import org.dffmpeg.common.config.PeerIdentity;
import org.dffmpeg.common.config.SettingsReader;
import org.dffmpeg.common.config.SettingsSource;
import org.dffmpeg.common.config.TransportSettings;
import org.dffmpeg.common.path.PathMap;

/** Reads the client's YAML and environment (PROTOCOL 18 "Client keys"). */
public final class ClientSettingsReader {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST_HEARTBEAT_SECONDS = 3600;

  private ClientSettingsReader() {}

  /**
   * Settings from the file, else from the usual places.
   *
   * @throws org.dffmpeg.common.config.ConfigurationException naming every problem
   */
  public static ClientSettings load(Optional<Path> file) {
    return read(SettingsSource.ofProcess("client", file.orElse(null)));
  }

  static ClientSettings read(SettingsReader settings) {
    PeerIdentity identity = PeerIdentity.read(settings);
    Coordinators coordinators = Coordinators.read(settings);
    PathMap paths = PathSettings.read(settings);
    TransportSettings transport = TransportSettings.read(settings);
    Duration heartbeat =
        settings
            .integer("job_heartbeat_interval", 1, LONGEST_HEARTBEAT_SECONDS)
            .map(Duration::ofSeconds)
            .orElse(Duration.ZERO);
    settings.finish();
    return new ClientSettings(
        identity.clientId(),
        identity.key(),
        urls(coordinators),
        coordinators.caFile(),
        paths.directories(),
        heartbeat,
        transport.streaming(),
        transport.pollWait(),
        PATIENCE);
  }

  private static List<URI> urls(Coordinators coordinators) {
    List<URI> urls = new ArrayList<>();
    for (CoordinatorAddress address : coordinators.addresses()) {
      urls.add(URI.create(address.baseUrl()));
    }
    return urls;
  }
}
