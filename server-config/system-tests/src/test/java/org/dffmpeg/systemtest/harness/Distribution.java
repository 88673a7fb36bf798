package org.dffmpeg.systemtest.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** The unpacked distribution under test, named by the system property {@code dffmpeg.home}. */
public final class Distribution {
  private static final String HOME = System.getProperty("dffmpeg.home", "../target/dffmpeg");

  private Distribution() {}

  public static Path home() {
    return Path.of(HOME).toAbsolutePath().normalize();
  }

  /**
   * A launcher in {@code bin/}.
   *
   * @throws IllegalStateException if it is not there: build the distribution first
   */
  public static Path launcher(String name) {
    Path launcher = home().resolve("bin").resolve(name);
    if (!Files.isExecutable(launcher)) {
      throw new IllegalStateException(launcher + " is missing: run 'mvn package' first");
    }
    return launcher;
  }
}
