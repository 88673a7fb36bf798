package org.dffmpeg.common.path;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites one argument between a machine's own paths and {@code $Variable/rest} (PROTOCOL 17).
 * Only a whole argument is looked at, with an optional {@code file:} before it. Stateless; looks at
 * the file system to follow symlinks.
 */
public final class ArgumentRewriter {
  private static final String FILE = "file:";

  private ArgumentRewriter() {}

  /** From a path of this machine to its logical form. Never refuses. */
  public static Rewrite toLogical(PathMap map, String argument) {
    String rest = withoutPrefix(argument);
    if (!rest.startsWith("/")) {
      return new Rewrite.Unmapped(argument, false);
    }
    return path(rest)
        .flatMap(path -> map.locate(RealPaths.follow(path)))
        .<Rewrite>map(
            place ->
                new Rewrite.Mapped(
                    argument,
                    prefix(argument) + place.logical() + trailingSlash(rest),
                    place.variable()))
        .orElseGet(() -> new Rewrite.Unmapped(argument, true));
  }

  /**
   * From the logical form to a path of this machine.
   *
   * @param allowed the variables that the job names; others stay literal text
   * @return refused if the place lies outside the variable's directory, by {@code ..} or by a
   *     symlink
   */
  public static Rewrite toLocal(PathMap map, Set<String> allowed, String argument) {
    String rest = withoutPrefix(argument);
    if (!rest.startsWith("$")) {
      return new Rewrite.Unmapped(argument, rest.startsWith("/"));
    }
    int slash = rest.indexOf('/');
    String variable = rest.substring(1, slash < 0 ? rest.length() : slash);
    Optional<Path> directory = map.directory(variable).filter(found -> allowed.contains(variable));
    return directory
        .map(found -> local(argument, variable, found, slash < 0 ? "" : rest.substring(slash)))
        .orElseGet(() -> new Rewrite.Unmapped(argument, false));
  }

  private static Rewrite local(String argument, String variable, Path directory, String below) {
    String root = directory.toString();
    String text = root.equals("/") && !below.isEmpty() ? below : root + below;
    Optional<Path> real = path(text).map(RealPaths::follow);
    if (real.isEmpty()) {
      return new Rewrite.Refused(argument, "'" + argument + "' is not a path on this machine");
    }
    if (!real.get().startsWith(RealPaths.follow(directory))) {
      return new Rewrite.Refused(
          argument,
          "'" + argument + "' leads to " + real.get() + ", outside the directory of $" + variable);
    }
    return new Rewrite.Mapped(argument, prefix(argument) + text, variable);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException notAPathHere) {
      return Optional.empty();
    }
  }

  private static String prefix(String argument) {
    return argument.startsWith(FILE) ? FILE : "";
  }

  private static String withoutPrefix(String argument) {
    return argument.substring(prefix(argument).length());
  }

  private static String trailingSlash(String rest) {
    return rest.endsWith("/") ? "/" : "";
  }
}
