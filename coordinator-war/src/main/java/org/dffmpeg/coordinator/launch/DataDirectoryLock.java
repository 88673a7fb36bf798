package org.dffmpeg.coordinator.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second coordinator out of a data directory for as long as this process lives; the
 * operating system lets go of it even after a kill -9. Thread-safe.
 */
final class DataDirectoryLock {
  /** Kept for the life of the process: a collected channel would let go of its lock. */
  private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

  private DataDirectoryLock() {}

  /**
   * Takes the lock, making the directory if it is not there.
   *
   * @throws LaunchFailure if another coordinator holds it, with what to do
   */
  static void take(Path dataDirectory) {
    try {
      Files.createDirectories(dataDirectory);
      FileChannel channel =
          FileChannel.open(
              dataDirectory.resolve("coordinator.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw inUse(dataDirectory);
      }
      HELD.add(channel);
    } catch (OverlappingFileLockException e) {
      throw inUse(dataDirectory);
    } catch (IOException e) {
      throw new LaunchFailure("cannot use the data directory " + dataDirectory + ": " + e, e);
    }
  }

  private static LaunchFailure inUse(Path dataDirectory) {
    return new LaunchFailure(
        "another coordinator is running in the data directory "
            + dataDirectory
            + ": stop it, or give this one its own --data-dir (and a shared PostgreSQL database, if"
            + " they shall work together)");
  }
}
