package org.dffmpeg.worker.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the JDK does not tell of processes, from Linux' /proc (proc(5), {@code stat}). Stateless.
 */
final class ProcStat {
  private static final Path PROC = Path.of("/proc");

  /** Fields after the name, which may hold blanks and brackets itself. */
  private static final int STATE = 1;

  private static final int SESSION = 4;

  private ProcStat() {}

  /** The members of a session; none where there is no /proc. */
  static Stream<ProcessHandle> session(long leader) {
    String wanted = Long.toString(leader);
    return pids()
        .filter(pid -> field(pid, SESSION).filter(wanted::equals).isPresent())
        .map(pid -> ProcessHandle.of(Long.parseLong(pid)))
        .flatMap(Optional::stream);
  }

  /** Whether it has ended, and nobody has asked how. */
  static boolean isZombie(long pid) {
    return field(Long.toString(pid), STATE).filter("Z"::equals).isPresent();
  }

  private static Stream<String> pids() {
    try (Stream<Path> entries = Files.list(PROC)) {
      List<String> names = entries.map(p -> String.valueOf(p.getFileName())).toList();
      return names.stream().filter(name -> name.chars().allMatch(Character::isDigit));
    } catch (IOException | UncheckedIOException e) {
      return Stream.empty();
    }
  }

  private static Optional<String> field(String pid, int number) {
    try {
      String stat =
          Files.readString(PROC.resolve(pid).resolve("stat"), StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1);
      return fields.length > number ? Optional.of(fields[number]) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
