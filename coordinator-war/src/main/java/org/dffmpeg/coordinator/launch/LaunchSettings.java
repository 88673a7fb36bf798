package org.dffmpeg.coordinator.launch;

import java.nio.file.Path;
import java.util.Optional;
import org.dffmpeg.coordinator.config.HandOver;

/** The part of the settings that must be known before the server starts. Immutable. */
record LaunchSettings(Address address, Path dataDirectory, Optional<Keystore> keystore) {

  /** Reads all settings, so that every mistake in them is told now, and hands them to the WAR. */
  static LaunchSettings read(CommandLine.Start options) {
    options.config().ifPresent(HandOver::useSettings);
    options.host().ifPresent(host -> HandOver.override("host", host));
    options.port().ifPresent(port -> HandOver.override("port", Integer.toString(port)));
    options.dataDir().ifPresent(dir -> HandOver.override("data_dir", dir.toString()));
    return new LaunchSettings(
        Address.of("http", options.host().orElse("127.0.0.1"), options.port().orElse(8000)),
        options.dataDir().orElse(Path.of("dffmpeg-data")).toAbsolutePath(),
        Optional.empty());
  }

  ServerPlan plan() {
    return new ServerPlan(
        address.host().getHostAddress(), address.port(), keystore.map(Keystore::forServer));
  }
}
