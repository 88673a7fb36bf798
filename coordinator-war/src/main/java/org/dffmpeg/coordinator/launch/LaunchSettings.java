package org.dffmpeg.coordinator.launch;

import java.nio.file.Path;
import java.util.Optional;
import org.dffmpeg.coordinator.config.CoordinatorSettings;
import org.dffmpeg.coordinator.config.HandOver;
import org.dffmpeg.coordinator.config.ListenSettings;

/** The part of the settings that must be known before the server starts. Immutable. */
record LaunchSettings(Address address, Path dataDirectory, Optional<Keystore> keystore) {

  /**
   * Reads all settings, so that every mistake in them is told now, and tells the application what
   * the command line decides.
   *
   * @throws org.dffmpeg.common.config.ConfigurationException with every problem found
   */
  static LaunchSettings read(CommandLine.Start options) {
    options.config().ifPresent(HandOver::useSettings);
    options.host().ifPresent(host -> HandOver.override("host", host));
    options.port().ifPresent(port -> HandOver.override("port", Integer.toString(port)));
    options
        .dataDir()
        .ifPresent(dir -> HandOver.override("data_dir", dir.toAbsolutePath().toString()));
    CoordinatorSettings settings = CoordinatorSettings.ofProcess();
    ListenSettings listen = settings.listen();
    Optional<Keystore> keystore =
        listen.tls().map(tls -> Keystore.open(tls.keystore(), tls.password().text()));
    return new LaunchSettings(
        Address.of(keystore.isPresent() ? "https" : "http", listen.host(), listen.port()),
        settings.dataDirectory(),
        keystore);
  }

  ServerPlan plan() {
    return new ServerPlan(
        address.host().getHostAddress(), address.port(), keystore.map(Keystore::forServer));
  }
}
