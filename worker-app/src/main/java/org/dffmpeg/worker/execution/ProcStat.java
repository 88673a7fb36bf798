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

  private static final int START = 20;

  private ProcStat() {}

  /** The members of a session; none where there is no /proc. */
  static Stream<ProcessHandle> session(long leader) {
    String wanted = Long.toString(leader);
    return pids()
        .filter(pid -> field(pid, SESSION).filter(wanted::equals).isPresent())
        .map(pid -> ProcessHandle.of(Long.parseLong(pid)))
        .flatMap(Optional::stream);
  }

  /** When it started, in ticks since the machine did; empty if it is not there. */
  static Optional<Long> startTicks(long pid) {
    return field(Long.toString(pid), START).map(Long::valueOf);
  }

  /** Changes with each start of the machine. */
  static String boot() {
    return text(PROC.resolve("sys/kernel/random/boot_id")).map(String::strip).orElse("");
  }

  /** Whether it was started with that in its environment; false for what is somebody else's. */
  static boolean hasVariable(long pid, String name, String value) {
    return text(PROC.resolve(Long.toString(pid)).resolve("environ"))
        .filter(all -> ("\0" + all).contains("\0" + name + "=" + value + "\0"))
        .isPresent();
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
    return text(PROC.resolve(pid).resolve("stat"))
        .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1))
        .filter(fields -> fields.length > number)
        .map(fields -> fields[number]);
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
