package org.dffmpeg.worker.execution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells before a start whether the system could run a file, because after it a refusal cannot be
 * told from a program that ends with 126 or 127: what the system does not know is handed to the
 * shell. A file of another kind than ELF and {@code #!} gets the benefit of the doubt. Stateless.
 */
final class ProgramFile {
  private static final Path THIS_PROGRAM = Path.of("/proc/self/exe");

  /** A system with entries here can run programs of other machines (binfmt_misc). */
  private static final Path EMULATORS = Path.of("/proc/sys/fs/binfmt_misc");

  private static final byte[] ELF = {0x7F, 'E', 'L', 'F'};
  private static final int BYTE_ORDER = 5;
  private static final int BIG_ENDIAN = 2;
  private static final int MACHINE = 18;
  private static final int ELF_BYTES = 20;

  /** As much of a first line as the system reads. */
  private static final int LINE_BYTES = 256;

  private ProgramFile() {}

  /** Why it cannot be run here, as the end of a sentence about it; empty if it can. */
  static Optional<String> problemOf(Path file) {
    return problemOf(file, EMULATORS);
  }

  static Optional<String> problemOf(Path file, Path emulators) {
    if (!Files.exists(file)) {
      return Optional.of("does not exist");
    }
    if (Files.isDirectory(file) || !Files.isExecutable(file)) {
      return Optional.of("is not an executable file");
    }
    try {
      byte[] head = head(file);
      if (head.length == 0) {
        return Optional.of("is empty");
      }
      return isElf(head) ? ofElf(head, emulators) : ofScript(head);
    } catch (IOException e) {
      return Optional.empty(); // What may be run need not be readable.
    }
  }

  private static Optional<String> ofElf(byte[] head, Path emulators) throws IOException {
    byte[] here = head(THIS_PROGRAM);
    return isElf(here) && machine(here) != machine(head) && !emulates(emulators)
        ? Optional.of("is a program for another kind of machine")
        : Optional.empty();
  }

  private static Optional<String> ofScript(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (!start.startsWith("#!")) {
      return Optional.empty();
    }
    String interpreter =
        start.substring(2).lines().findFirst().orElse("").strip().split("[ \t]", 2)[0];
    return Files.isExecutable(Path.of(interpreter)) && !Files.isDirectory(Path.of(interpreter))
        ? Optional.empty()
        : Optional.of("is a script for '" + interpreter + "', which cannot be run");
  }

  private static boolean emulates(Path emulators) throws IOException {
    if (!Files.isDirectory(emulators)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(emulators)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .anyMatch(name -> !name.equals("register") && !name.equals("status"));
    }
  }

  private static boolean isElf(byte[] head) {
    return head.length >= ELF_BYTES && Arrays.equals(head, 0, ELF.length, ELF, 0, ELF.length);
  }

  /** The processor's family: 32 and 64 bits of one count as one, as its systems mostly run both. */
  private static int machine(byte[] head) {
    ByteOrder order =
        head[BYTE_ORDER] == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int machine = ByteBuffer.wrap(head).order(order).getShort(MACHINE);
    return switch (machine) {
      case 3, 62 -> 62; // i386 and x86-64
      case 40, 183 -> 183; // 32 and 64 bits of ARM
      default -> machine;
    };
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LINE_BYTES);
    }
  }
}
