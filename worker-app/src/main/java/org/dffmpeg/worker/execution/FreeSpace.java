package org.dffmpeg.worker.execution;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dffmpeg.common.job.EndReason;

/**
 * Whether the disks that this worker writes to have room: that of its spool, and those of the
 * outputs of its jobs. A disk that was short of room is remembered until it has some again.
 * Thread-safe.
 */
public final class FreeSpace {
  private static final System.Logger LOG = System.getLogger(FreeSpace.class.getName());

  /** Less than that is nothing: a job could not even begin. */
  private static final long NOTHING_BYTES = 1024 * 1024;

  private final Path spool;
  private final long floorBytes;
  private final Set<Outputs> running = ConcurrentHashMap.newKeySet();

  /** Directories that were short of room, or may have been when they were no longer watched. */
  private final Set<Path> wasShort = ConcurrentHashMap.newKeySet();

  /**
   * Watches the spool.
   *
   * @param floorBytes with less the worker shall take no more work
   */
  public FreeSpace(Path spool, long floorBytes) {
    this.spool = spool;
    this.floorBytes = floorBytes;
  }

  /**
   * The directories of the outputs of one command: of files that it names and that are not there.
   */
  final class Outputs implements AutoCloseable {
    private final Set<Path> directories = new HashSet<>();

    private Outputs(LocalCommand command) {
      for (Path file : command.mapped()) {
        Path directory = file.getParent();
        if (directory != null
            && !Files.exists(file)
            && Files.isDirectory(directory)
            && takesFiles(directory)) {
          directories.add(directory);
        }
      }
    }

    /** One that has no room at all. */
    Optional<Path> full() {
      return directories.stream().filter(directory -> isBelow(directory, NOTHING_BYTES)).findAny();
    }

    /** They are watched no more, once somebody has looked whether they have room. */
    @Override
    public void close() {
      wasShort.addAll(directories);
      running.remove(this);
    }
  }

  /**
   * Watches the outputs of a command until they are closed.
   *
   * @throws CannotRun with {@link EndReason#DISK_FULL} if one of them has no room at all
   */
  Outputs watch(LocalCommand command) throws CannotRun {
    Outputs outputs = new Outputs(command);
    running.add(outputs);
    Optional<Path> full = outputs.full();
    if (full.isPresent()) {
      outputs.close();
      throw new CannotRun(EndReason.DISK_FULL, "no space left on the worker in " + full.get());
    }
    return outputs;
  }

  /** A directory that is below the floor now. May take long where a mount hangs. */
  Optional<Path> look() {
    Set<Path> watched = new HashSet<>(wasShort);
    watched.add(spool);
    running.forEach(outputs -> watched.addAll(outputs.directories));
    List<Path> tight =
        watched.stream().filter(directory -> isBelow(directory, floorBytes)).sorted().toList();
    wasShort.removeAll(watched);
    wasShort.addAll(tight);
    return tight.stream().findFirst();
  }

  /** What is on a file system that takes none is an input, though it is not there. */
  private static boolean takesFiles(Path directory) {
    try {
      FileStore store = Files.getFileStore(directory);
      return !store.isReadOnly() && store.getTotalSpace() > 0;
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isBelow(Path directory, long bytes) {
    try {
      return Files.getFileStore(directory).getUsableSpace() < bytes;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, () -> "free space of " + directory + " unknown: " + e);
      return false;
    }
  }
}
