package org.dffmpeg.common.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Resolves symbolic links and {@code ..} step by step, as the operating system would, also where
 * the end of the path does not exist (yet): what is missing cannot be a link.
 */
final class RealPath {
  /** As many links as Linux follows before it speaks of a loop. */
  private static final int MOST_LINKS = 40;

  private int links;

  private RealPath() {}

  /**
   * Resolves an absolute path.
   *
   * @throws java.nio.file.InvalidPathException if no file can have that name
   */
  static Path of(String absolute) {
    return of(Path.of(absolute));
  }

  static Path of(Path absolute) {
    return new RealPath().walk(absolute.getRoot(), absolute);
  }

  private Path walk(Path start, Path steps) {
    Path here = start;
    for (Path step : steps) {
      here = step(here, step.toString());
    }
    return here;
  }

  private Path step(Path here, String name) {
    if (name.equals("..")) {
      return here.getParent() == null ? here : here.getParent();
    }
    if (name.isEmpty() || name.equals(".")) {
      return here;
    }
    Path next = here.resolve(name);
    return Files.isSymbolicLink(next) && links++ < MOST_LINKS ? follow(here, next) : next;
  }

  private Path follow(Path here, Path link) {
    try {
      Path target = Files.readSymbolicLink(link);
      return walk(target.isAbsolute() ? target.getRoot() : here, target);
    } catch (IOException e) {
      return link; // gone between two looks
    }
  }
}
