package org.dffmpeg.worker.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files that only their user can read. Stateless. */
final class SpoolFiles {
  private static final FileAttribute<?>[] PRIVATE_FILE = permissions("rw-------");
  private static final FileAttribute<?>[] PRIVATE_DIRECTORY = permissions("rwx------");
  private static final Set<StandardOpenOption> NEW =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);

  private SpoolFiles() {}

  static void makeDirectory(Path directory) throws IOException {
    Files.createDirectories(directory, PRIVATE_DIRECTORY);
  }

  /** Writes a new file; it outlives this process, but perhaps not the machine's power. */
  static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, NEW, PRIVATE_FILE)) {
      write(channel, bytes);
    }
  }

  /** As {@link #write(Path, byte[])}, and on the disk itself when it returns, with its name. */
  static void writeThrough(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, NEW, PRIVATE_FILE)) {
      write(channel, bytes);
      channel.force(true);
    }
    forceDirectory(file.resolveSibling("."));
    forceDirectory(file.resolveSibling(".."));
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }

  private static void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** The names in a directory, in their order; none if it is not there. */
  static List<String> names(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
  }

  /** Deletes a directory and the files in it. */
  static void deleteDirectory(Path directory) throws IOException {
    for (String name : names(directory)) {
      Files.deleteIfExists(directory.resolve(name));
    }
    Files.deleteIfExists(directory);
  }

  private static FileAttribute<?>[] permissions(String text) {
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
    };
  }
}
