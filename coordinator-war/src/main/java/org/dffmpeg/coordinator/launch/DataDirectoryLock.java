package org.dffmpeg.coordinator.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second coordinator out of a data directory for as long as this process lives; the
 * operating system lets go of it even after a kill -9. Thread-safe.
 */
final class DataDirectoryLock {
  /** Kept for the life of the process: a collected channel would let go of its lock. */
  private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

  private static final FileAttribute<?>[] PRIVATE = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
  };

  private DataDirectoryLock() {}

  /**
   * Takes the lock, making the directory if it is not there.
   *
   * @throws LaunchFailure if another coordinator holds it, with what to do
   */
  static void take(Path dataDirectory) {
    try {
      make(dataDirectory);
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

  /** A new one is nobody else's to read: it holds the database, and with it everybody's jobs. */
  private static void make(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(directory, posix ? PRIVATE : new FileAttribute<?>[0]);
  }

  private static LaunchFailure inUse(Path dataDirectory) {
    return new LaunchFailure(
        "another coordinator is running in the data directory "
            + dataDirectory
            + ": stop it, or give this one its own --data-dir (and a shared PostgreSQL database, if"
            + " they shall work together)");
  }
}
