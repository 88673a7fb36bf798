package org.dffmpeg.coordinator.container;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What a test class prepares before its server starts. */
public final class Container {
  private Container() {}

  /** The WAR as it was built. */
  public static WebArchive builtWar() {
    return ShrinkWrap.createFromZipFile(
        WebArchive.class, new File(System.getProperty("dffmpeg.war")));
  }

  /**
   * Leaves settings where the server will find them.
   *
   * @param yaml in addition to a new data directory and quick sweeps
   * @return the data directory
   */
  public static Path prepare(String yaml) {
    try {
      Path settings = Path.of(System.getProperty("dffmpeg.container.settings"));
      Path parent = settings.toAbsolutePath().resolveSibling("");
      Path data = Files.createTempDirectory(Files.createDirectories(parent), "data");
      Files.writeString(
          settings,
          """
          data_dir: %s
          janitor: {interval: 1}
          handshake_delay_seconds: 0
          %s
          """
              .formatted(data, yaml));
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
