package org.dffmpeg.common.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a path leads, as the system would follow it, even if its last parts do not exist yet. */
final class RealPaths {
  private RealPaths() {}

  /**
   * Follows symlinks and {@code ..} component by component, as the kernel does; what does not exist
   * is taken as written.
   *
   * @param path absolute
   */
  static Path follow(Path path) {
    Path current = path.getRoot();
    for (Path component : path) {
      current = step(current, component.toString());
    }
    return current;
  }

  private static Path step(Path current, String component) {
    if (component.isEmpty() || component.equals(".")) {
      return current;
    }
    if (component.equals("..")) {
      Path parent = current.getParent();
      return parent == null ? current : parent;
    }
    Path next = current.resolve(component);
    try {
      return Files.isSymbolicLink(next) ? next.toRealPath() : next;
    } catch (IOException danglingOrLooping) {
      return next;
    }
  }
}
