package org.dffmpeg.worker.mount;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A place where something must be mounted, and what must be mounted before it. Immutable.
 *
 * @param path absolute
 * @param dependencies parents first
 */
public record MountPoint(Path path, List<Path> dependencies) {
  /** Checks and copies. */
  public MountPoint {
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("a mount point is an absolute path: " + path);
    }
    dependencies = List.copyOf(dependencies);
  }

  /** What must be mounted, in the order in which to mount. */
  List<Path> chain() {
    List<Path> chain = new ArrayList<>(dependencies);
    chain.add(path);
    return chain;
  }
}
