package org.dffmpeg.systemtest.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The outputs of a lab's programs, in the order of their starts. */
record Logs(Path directory) {
  private static final int TAIL = 20;

  Path file(int number, String name, String stream) {
    return directory.resolve("%03d-%s.%s".formatted(number, name, stream));
  }

  /** The last lines of each, because a failed build often leaves nothing but its own log. */
  List<String> tails() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().flatMap(file -> tail(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> tail(Path file) {
    try {
      List<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
      return last.isEmpty()
          ? List.of()
          : Stream.concat(Stream.of("--- " + file.getFileName()), last.stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
