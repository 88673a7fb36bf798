package org.dffmpeg.coordinator.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.common.config.SettingsReader;
import org.dffmpeg.common.config.SettingsSource;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;

/**
 * What the operator decides (PROTOCOL 18). Read by the launcher, so that every mistake is told
 * before anything starts, and again by the application. Immutable.
 *
 * @param dataDirectory absolute
 * @param keyRing the file with the keys that seal identities' keys
 * @param defaultKeyId which of them seals new ones; empty: the ring's own choice
 * @param pollingPath where listeners poll, below the API base; starts with a slash
 */
public record CoordinatorSettings(
    ListenSettings listen,
    Path dataDirectory,
    StoreSettings store,
    Path keyRing,
    Optional<String> defaultKeyId,
    String pollingPath,
    CoordinatorPolicy policy,
    TimingSettings timing,
    RetentionSettings retention,
    AccessSettings access) {
  private static final String APP = "coordinator";
  private static final String DATA_DIRECTORY = "dffmpeg-data";

  /**
   * The settings of this process: the file, the environment over it, the launcher's options over
   * both.
   *
   * @throws org.dffmpeg.common.config.ConfigurationException with every problem found
   */
  public static CoordinatorSettings ofProcess() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    HandOver.overrides().forEach((key, value) -> environment.put(variable(key), value));
    Path workingDirectory = Path.of(System.getProperty("user.dir"));
    Path home = Path.of(System.getProperty("user.home"));
    return load(HandOver.settingsFile(), environment, workingDirectory, home);
  }

  static CoordinatorSettings load(
      Optional<Path> file, Map<String, String> environment, Path workingDirectory, Path home) {
    SettingsReader reader =
        SettingsSource.load(APP, file.orElse(null), environment, workingDirectory, home);
    CoordinatorSettings settings = read(reader, workingDirectory);
    reader.finish();
    return settings;
  }

  static CoordinatorSettings read(SettingsReader reader, Path workingDirectory) {
    Retired.TOP.reportIn(reader);
    Path data = reader.path("data_dir").orElseGet(() -> workingDirectory.resolve(DATA_DIRECTORY));
    return new CoordinatorSettings(
        ListenSettings.read(reader),
        data.toAbsolutePath().normalize(),
        StoreSettings.read(reader),
        reader
            .path("encryption_keys_file")
            .orElseGet(() -> data.resolve("keys.yaml"))
            .toAbsolutePath(),
        reader.text("default_encryption_key_id"),
        OfferedTransports.pollingPath(reader),
        PolicyReader.read(reader),
        TimingSettings.read(reader),
        RetentionSettings.read(reader),
        AccessSettings.read(reader));
  }

  private static String variable(String key) {
    return "DFFMPEG_" + key.toUpperCase(Locale.ROOT);
  }
}
