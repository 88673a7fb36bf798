package org.dffmpeg.common.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps others out of a directory until it is closed or this process ends; the operating system
 * lets go of it even after a kill -9. Thread-safe.
 */
public final class DirectoryLock implements AutoCloseable {
  /** A collected channel would let go of its lock. */
  private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

  private static final FileAttribute<?>[] PRIVATE = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
  };

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
    HELD.add(channel);
  }

  /**
   * Takes the lock; makes the directory, for its owner alone, if it is not there.
   *
   * @param file the name of the file that is locked, in that directory
   * @return empty if somebody else holds it, in this process or another
   * @throws IOException if the directory cannot be made or written to
   */
  public static Optional<DirectoryLock> take(Path directory, String file) throws IOException {
    make(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new DirectoryLock(channel));
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      // This process holds it, and would lose it if it closed any channel to that file.
      HELD.add(channel);
    }
    return Optional.empty();
  }

  private static void make(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(directory, posix ? PRIVATE : new FileAttribute<?>[0]);
  }

  /** Lets others in. Idempotent. */
  @Override
  public void close() throws IOException {
    HELD.remove(channel);
    channel.close();
  }
}
