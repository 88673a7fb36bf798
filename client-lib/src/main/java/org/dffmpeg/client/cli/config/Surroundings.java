package org.dffmpeg.client.cli.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The environment and directory a command was called in. Immutable.
 *
 * @param environment the variables
 * @param workingDirectory where the caller stands
 */
public record Surroundings(Map<String, String> environment, Path workingDirectory) {
  /** Copies. */
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Those of this process. */
  public static Surroundings ofThisProcess() {
    return new Surroundings(System.getenv(), Path.of("").toAbsolutePath());
  }

  /** A variable that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
