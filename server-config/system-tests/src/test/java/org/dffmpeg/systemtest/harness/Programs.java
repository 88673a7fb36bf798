package org.dffmpeg.systemtest.harness;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs of this machine. */
public final class Programs {
  private Programs() {}

  public static Path ffmpeg() {
    return find("ffmpeg");
  }

  /**
   * The first of that name on the PATH.
   *
   * @throws IllegalStateException if there is none
   */
  public static Path find(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not on the PATH: install it"));
  }
}
