package org.dffmpeg.worker.mount;

import java.nio.file.Path;
import java.util.Set;

/** What is mounted now. */
@FunctionalInterface
public interface MountProbe {
  /** The mount points of this machine; must not touch the mounts themselves, which may hang. */
  Set<Path> mounted();
}
