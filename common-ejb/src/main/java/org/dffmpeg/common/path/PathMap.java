package org.dffmpeg.common.path;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The variables of one machine and the directories they stand for (PROTOCOL 17). Immutable.
 *
 * <p>A directory may have a trailing slash, be a symlink, or be {@code /}: paths are compared by
 * where they lead, at component boundaries. Of several directories that hold a path, the longest
 * wins.
 */
public final class PathMap {
  private final Map<String, Path> directories;

  private PathMap(Map<String, Path> directories) {
    this.directories = directories;
  }

  /**
   * A map from variable name to directory.
   *
   * @throws IllegalArgumentException if a name is not letters, digits, {@code _}, {@code -} and
   *     {@code .}, or a directory is not absolute
   */
  public static PathMap of(Map<String, Path> directories) {
    directories.forEach(PathMap::check);
    return new PathMap(new TreeMap<>(directories));
  }

  private static void check(String variable, Path directory) {
    if (!variable.matches("[\\p{L}\\p{N}_.-]+")) {
      throw new IllegalArgumentException(
          "not a path variable: '" + variable + "', expected letters, digits, '_', '-' and '.'");
    }
    if (!directory.isAbsolute()) {
      throw new IllegalArgumentException(
          "path variable " + variable + " needs an absolute directory, got '" + directory + "'");
    }
  }

  public Set<String> variables() {
    return Set.copyOf(directories.keySet());
  }

  /** The directory of a variable as it was configured, without a trailing slash. */
  public Optional<Path> directory(String variable) {
    return Optional.ofNullable(directories.get(variable));
  }

  /**
   * The variable whose directory holds the path, if any.
   *
   * @param real a path whose symlinks have been followed
   */
  Optional<Place> locate(Path real) {
    List<Place> holding =
        directories.entrySet().stream()
            .map(entry -> new Place(entry.getKey(), RealPaths.follow(entry.getValue()), real))
            .filter(place -> real.startsWith(place.root()))
            .collect(Collectors.toList());
    return holding.stream().max(Comparator.comparingInt(place -> place.root().getNameCount()));
  }

  /** A path below the directory of a variable. */
  record Place(String variable, Path root, Path real) {
    /** {@code $Variable/rest}. */
    String logical() {
      String rest = root.relativize(real).toString();
      return rest.isEmpty() ? "$" + variable : "$" + variable + "/" + rest;
    }
  }
}
