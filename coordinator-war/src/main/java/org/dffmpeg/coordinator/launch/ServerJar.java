package org.dffmpeg.coordinator.launch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * The server as a jar on our class path. It is started by the main class that its manifest names,
 * so that no class of ours names its vendor. Immutable.
 */
record ServerJar(Path file) {

  /**
   * Starts the server and returns when deployment has ended, well or badly; the server goes on by
   * its own threads.
   */
  void start(List<String> options) {
    try {
      Class.forName(mainClass())
          .getMethod("main", String[].class)
          .invoke(null, (Object) options.toArray(String[]::new));
    } catch (InvocationTargetException e) {
      throw new LaunchFailure("the server does not start: " + e.getCause(), e);
    } catch (ReflectiveOperationException | IOException e) {
      throw new LaunchFailure(file + " is not the server: " + e, e);
    }
  }

  private String mainClass() throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return Optional.ofNullable(jar.getManifest())
          .map(manifest -> manifest.getMainAttributes().getValue("Main-Class"))
          .orElseThrow(() -> new IOException("its manifest names no Main-Class"));
    }
  }
}
