package org.dffmpeg.worker.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is in a session, from Linux' /proc (proc(5), {@code stat} field 6). Stateless. */
final class ProcessSessions {
  private static final Path PROC = Path.of("/proc");
  private static final int SESSION_AFTER_NAME = 4;

  private ProcessSessions() {}

  /** The members of a session; none where there is no /proc. */
  static Stream<ProcessHandle> members(long session) {
    String wanted = Long.toString(session);
    return pids()
        .filter(pid -> sessionOf(pid).filter(wanted::equals).isPresent())
        .map(pid -> ProcessHandle.of(Long.parseLong(pid)))
        .flatMap(Optional::stream);
  }

  private static Stream<String> pids() {
    try (Stream<Path> entries = Files.list(PROC)) {
      List<String> names = entries.map(p -> String.valueOf(p.getFileName())).toList();
      return names.stream().filter(name -> name.chars().allMatch(Character::isDigit));
    } catch (IOException | UncheckedIOException e) {
      return Stream.empty();
    }
  }

  /** The name in the second field may hold blanks and brackets: count from the last bracket. */
  private static Optional<String> sessionOf(String pid) {
    try {
      String stat =
          Files.readString(PROC.resolve(pid).resolve("stat"), StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1);
      return fields.length > SESSION_AFTER_NAME
          ? Optional.of(fields[SESSION_AFTER_NAME])
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
