package org.dffmpeg.systemtest.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The library of the package {@code faketime}, which gives one process another clock. */
final class Faketime {
  private static final Path LIBRARIES = Path.of("/usr/lib");

  private Faketime() {}

  /** Where the library for threads is. */
  static String library() {
    try (DirectoryStream<Path> architectures = Files.newDirectoryStream(LIBRARIES)) {
      for (Path architecture : architectures) {
        Path library = architecture.resolve("faketime/libfaketimeMT.so.1");
        if (Files.exists(library)) {
          return library.toString();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("faketime is missing (Debian and Ubuntu: apt-get install faketime)");
  }
}
