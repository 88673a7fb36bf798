package org.dffmpeg.common.path;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Path variables and their directories on this machine (PROTOCOL 17). A directory matches as it was
 * configured and with its symbolic links resolved; of several matches the longest directory wins,
 * of equal ones the first configured. Immutable; what is a link is looked up anew each time.
 */
public final class PathMap {
  private static final Path DEVICES = Path.of("/dev");
  private static final Path PROCESSES = Path.of("/proc");

  private final Map<String, Path> directories;

  private PathMap(Map<String, Path> directories) {
    this.directories = directories;
  }

  /**
   * Maps variables to directories, in order of preference.
   *
   * @throws IllegalArgumentException if a name is no variable or a directory is not absolute
   */
  public static PathMap of(Map<String, Path> directories) {
    Map<String, Path> copy = new LinkedHashMap<>();
    directories.forEach(
        (variable, directory) -> {
          if (!isVariable(variable) || !directory.isAbsolute()) {
            throw new IllegalArgumentException(
                "not a path variable with an absolute directory: " + variable + ": " + directory);
          }
          copy.put(variable, directory);
        });
    return new PathMap(Collections.unmodifiableMap(copy));
  }

  /** Whether a path variable can have that name: it ends at a slash or the end (PROTOCOL 17). */
  public static boolean isVariable(String name) {
    return !name.isEmpty() && name.chars().noneMatch(c -> c == '/' || Character.isISOControl(c));
  }

  public Set<String> variables() {
    return directories.keySet();
  }

  /** The directories as configured, by variable, in order. Unmodifiable. */
  public Map<String, Path> directories() {
    return directories;
  }

  public Optional<Path> directory(String variable) {
    return Optional.ofNullable(directories.get(variable));
  }

  /** The longest directory that the resolved path is in or equal to. */
  Optional<Match> match(Path resolved) {
    Optional<Match> best = Optional.empty();
    for (Map.Entry<String, Path> entry : directories.entrySet()) {
      for (Path root : List.of(entry.getValue(), RealPath.of(entry.getValue()))) {
        boolean longer = best.map(match -> root.getNameCount() > match.length()).orElse(true);
        if (longer && covers(root, resolved)) {
          best = Optional.of(new Match(entry.getKey(), root, resolved));
        }
      }
    }
    return best;
  }

  /** The root of all covers everything but what belongs to the machine itself. */
  private static boolean covers(Path root, Path resolved) {
    boolean machine = resolved.startsWith(DEVICES) || resolved.startsWith(PROCESSES);
    return resolved.startsWith(root) && !(root.getNameCount() == 0 && machine);
  }

  record Match(String variable, Path root, Path resolved) {
    int length() {
      return root.getNameCount();
    }

    /** {@code $Variable/rest}. */
    String logical() {
      String rest = root.relativize(resolved).toString();
      return "$" + variable + (rest.isEmpty() ? "" : "/" + rest);
    }
  }
}
