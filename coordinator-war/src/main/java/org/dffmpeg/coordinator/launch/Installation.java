package org.dffmpeg.coordinator.launch;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that were installed together: the launcher's own jar, and beside it the server and the
 * application. Immutable.
 */
record Installation(Path directory) {

  /** Where this class was loaded from. */
  static Installation here() {
    try {
      Path jar =
          Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Installation(jar.toAbsolutePath().resolveSibling("").normalize());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot tell where this program is installed", e);
    }
  }

  Path serverJar() {
    return existing("payara-micro.jar");
  }

  Path war() {
    return existing("dffmpeg-coordinator.war");
  }

  /** From the manifest. */
  String version() {
    return Optional.ofNullable(Launcher.class.getPackage().getImplementationVersion())
        .orElse("(unknown version)");
  }

  private Path existing(String name) {
    Path file = directory.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new LaunchFailure("the installation is incomplete: there is no " + file);
    }
    return file;
  }
}
