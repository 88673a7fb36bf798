package org.dffmpeg.common.path;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites arguments between this machine's paths and {@code $Variable/rest} (PROTOCOL 17). Only
 * whole arguments, with or without {@code file:} before, are looked at; nothing inside one is
 * touched. Working directories go the same way.
 */
public final class ArgumentRewriter {
  private static final String FILE = "file:";

  private ArgumentRewriter() {}

  /**
   * A local path to its logical form: made absolute with links and {@code ..} resolved, then
   * matched against the directories. Never {@link Rewrite.Refused}.
   */
  public static Rewrite toLogical(PathMap map, String argument) {
    String prefix = prefixOf(argument);
    String rest = argument.substring(prefix.length());
    if (!rest.startsWith("/")) {
      return new Rewrite.Unmapped(argument, false);
    }
    return resolve(rest)
        .flatMap(map::match)
        .<Rewrite>map(
            match ->
                new Rewrite.Mapped(
                    argument, prefix + match.logical() + slashAtEnd(rest), match.variable()))
        .orElseGet(() -> unmapped(argument, rest));
  }

  private static String slashAtEnd(String path) {
    return path.endsWith("/") && path.chars().anyMatch(c -> c != '/') ? "/" : "";
  }

  /**
   * A logical path to this machine's: the variable is replaced if it is allowed and configured.
   * What leaves the variable's directory, by {@code ..} or by a link that exists, is refused.
   *
   * @param allowedVariables the variables that the job declared
   */
  public static Rewrite toLocal(PathMap map, Set<String> allowedVariables, String argument) {
    String prefix = prefixOf(argument);
    String rest = argument.substring(prefix.length());
    String variable = variableOf(rest);
    Optional<Path> root =
        allowedVariables.contains(variable) ? map.directory(variable) : Optional.empty();
    return root.map(directory -> inside(directory, variable, prefix, rest))
        .orElseGet(() -> unmapped(argument, rest));
  }

  private static Rewrite inside(Path root, String variable, String prefix, String rest) {
    String below = rest.substring(1 + variable.length());
    String local = root.getNameCount() == 0 && !below.isEmpty() ? below : root + below;
    String original = prefix + rest;
    Optional<Path> resolved = resolve(local);
    if (resolved.isEmpty()) {
      return new Rewrite.Refused(original, "'" + original + "' is a name that no file can have");
    }
    if (!resolved.get().startsWith(RealPath.of(root))) {
      return new Rewrite.Refused(
          original,
          "'"
              + original
              + "' leads to "
              + resolved.get()
              + ", outside the directory of $"
              + variable);
    }
    return new Rewrite.Mapped(original, prefix + local, variable);
  }

  private static Optional<Path> resolve(String absolute) {
    try {
      return Optional.of(RealPath.of(absolute));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Rewrite unmapped(String argument, String rest) {
    return new Rewrite.Unmapped(argument, rest.startsWith("/") && !rest.startsWith("/dev/"));
  }

  private static String prefixOf(String argument) {
    return argument.startsWith(FILE) ? FILE : "";
  }

  /** The name after the dollar, up to a slash or the end; empty if there is none. */
  private static String variableOf(String rest) {
    if (!rest.startsWith("$")) {
      return "";
    }
    int slash = rest.indexOf('/');
    return slash < 0 ? rest.substring(1) : rest.substring(1, slash);
  }
}
