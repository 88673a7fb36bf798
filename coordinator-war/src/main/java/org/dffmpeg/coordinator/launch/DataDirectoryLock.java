package org.dffmpeg.coordinator.launch;

import java.io.IOException;
import java.nio.file.Path;
import org.dffmpeg.common.file.DirectoryLock;

/** Keeps a second coordinator out of a data directory for as long as this process lives. */
final class DataDirectoryLock {

  private DataDirectoryLock() {}

  /**
   * Takes the lock. A directory that is not there is made, and nobody else's to read: it holds the
   * database, and with it everybody's jobs.
   *
   * @throws LaunchFailure if another coordinator holds it, with what to do
   */
  static void take(Path dataDirectory) {
    try {
      if (DirectoryLock.take(dataDirectory, "coordinator.lock").isEmpty()) {
        throw new LaunchFailure(
            "another coordinator is running in the data directory "
                + dataDirectory
                + ": stop it, or give this one its own --data-dir (and a shared PostgreSQL"
                + " database, if they shall work together)");
      }
    } catch (IOException e) {
      throw new LaunchFailure("cannot use the data directory " + dataDirectory + ": " + e, e);
    }
  }
}
