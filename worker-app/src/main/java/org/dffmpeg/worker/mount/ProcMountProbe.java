package org.dffmpeg.worker.mount;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads Linux' list of mounts (proc(5), {@code mountinfo} field 5). Stateless. */
public final class ProcMountProbe implements MountProbe {
  private static final System.Logger LOG = System.getLogger(ProcMountProbe.class.getName());
  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");
  private static final int MOUNT_POINT = 4;

  private final Path file;

  /** Reads {@code /proc/self/mountinfo}. */
  public ProcMountProbe() {
    this(Path.of("/proc/self/mountinfo"));
  }

  ProcMountProbe(Path file) {
    this.file = file;
  }

  @Override
  public Set<Path> mounted() {
    try {
      // Whatever bytes somebody else's mount point has, the others must be found.
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" ", -1))
          .filter(fields -> fields.length > MOUNT_POINT)
          .flatMap(fields -> path(unescaped(fields[MOUNT_POINT])))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, () -> "cannot read " + file + ": " + e);
      return Set.of();
    }
  }

  private static Stream<Path> path(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      LOG.log(System.Logger.Level.DEBUG, () -> "no path here: " + text);
      return Stream.empty();
    }
  }

  /** Blank, tab, line feed and backslash are written as three octal digits. */
  private static String unescaped(String field) {
    return OCTAL
        .matcher(field)
        .replaceAll(
            m -> {
              String character = Character.toString((char) Integer.parseInt(m.group(1), 8));
              return Matcher.quoteReplacement(character);
            });
  }
}
