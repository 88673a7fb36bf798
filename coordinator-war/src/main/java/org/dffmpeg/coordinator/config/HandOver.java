package org.dffmpeg.coordinator.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the launcher and the application tell each other. They share a JVM but no class loader, so
 * it goes through system properties: down the settings that the command line decides, up the reason
 * why the application cannot start.
 */
public final class HandOver {
  private static final String PREFIX = "dffmpeg.coordinator.";
  private static final String SETTINGS = PREFIX + "settings";
  private static final String FAILURE = "dffmpeg.startup.failure";
  private static final List<String> OVERRIDABLE = List.of("host", "port", "data_dir");

  private HandOver() {}

  /** Called by the launcher: the settings file to use. */
  public static void useSettings(Path file) {
    System.setProperty(SETTINGS, file.toString());
  }

  /**
   * Called by the launcher: {@code value} beats the environment and the file.
   *
   * @param key {@code host}, {@code port} or {@code data_dir}
   */
  public static void override(String key, String value) {
    System.setProperty(PREFIX + key, value);
  }

  /** The settings file that the launcher names, if there is a launcher and it names one. */
  public static Optional<Path> settingsFile() {
    return Optional.ofNullable(System.getProperty(SETTINGS)).map(Path::of);
  }

  /** What the launcher overrides, by key of the settings file. */
  public static Map<String, String> overrides() {
    Map<String, String> overrides = new LinkedHashMap<>();
    for (String key : OVERRIDABLE) {
      Optional.ofNullable(System.getProperty(PREFIX + key))
          .ifPresent(value -> overrides.put(key, value));
    }
    return overrides;
  }

  /**
   * Called by the application: it cannot start, for this reason in one line. The first reason
   * stays.
   */
  public static void startupFailed(String reason) {
    if (startupFailure().isEmpty()) {
      System.setProperty(FAILURE, reason);
    }
  }

  /** Why the application could not start, if it could not. */
  public static Optional<String> startupFailure() {
    return Optional.ofNullable(System.getProperty(FAILURE));
  }
}
