package org.dffmpeg.worker.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dffmpeg.common.job.EndReason;

/** Refuses a command whose output has no room at all. Stateless. */
final class FreeSpace {
  private static final System.Logger LOG = System.getLogger(FreeSpace.class.getName());
  private static final long LEAST_BYTES = 1024 * 1024;

  private FreeSpace() {}

  /**
   * Looks at the directories of files that the command names and that do not exist yet: its
   * outputs.
   *
   * @throws CannotRun with {@link EndReason#DISK_FULL}
   */
  static void check(LocalCommand command) throws CannotRun {
    for (Path file : command.mapped()) {
      Path directory = file.getParent();
      if (directory != null && !Files.exists(file) && Files.isDirectory(directory)) {
        checkDirectory(directory);
      }
    }
  }

  private static void checkDirectory(Path directory) throws CannotRun {
    try {
      if (Files.getFileStore(directory).getUsableSpace() < LEAST_BYTES) {
        throw new CannotRun(EndReason.DISK_FULL, "no space left on the worker in " + directory);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, () -> "free space of " + directory + " unknown: " + e);
    }
  }
}
