package org.dffmpeg.worker.execution;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files that a job makes: outputs that were not there when its first attempt looked. They are
 * its own until it has ended, and go before it runs again: ffmpeg would refuse to overwrite them,
 * and a process of a former attempt that is still stopped somewhere writes to nothing that anybody
 * reads when it goes on (DESIGN "Leases, not sockets"). Immutable.
 */
final class OutputFiles {
  private static final System.Logger LOG = System.getLogger(OutputFiles.class.getName());

  /** A job with more has the rest overwritten, or not, as its arguments say. */
  private static final int MOST = 100;

  private final Map<Integer, Path> outputs;
  private final Set<Integer> madeBefore;

  /**
   * Of a command.
   *
   * @param madeBefore which arguments earlier attempts made, if they came to that
   */
  OutputFiles(LocalCommand command, List<Integer> madeBefore) {
    this.outputs = command.outputs();
    this.madeBefore = Set.copyOf(madeBefore);
  }

  /** Which arguments this attempt makes, as the next one has to know. */
  List<Integer> made() {
    return outputs.entrySet().stream()
        .filter(output -> isMade(output.getKey(), output.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .limit(MOST)
        .toList();
  }

  private boolean isMade(int argument, Path file) {
    return madeBefore.contains(argument) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Removes what earlier attempts made. Anything but a plain file is nothing that ffmpeg made.
   *
   * @throws CannotRun if one cannot be removed
   */
  void removeFormer() throws CannotRun {
    for (int argument : madeBefore) {
      Path file = outputs.get(argument);
      if (file != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        remove(file);
      }
    }
  }

  private static void remove(Path file) throws CannotRun {
    try {
      Files.deleteIfExists(file);
      LOG.log(Level.INFO, () -> "removed " + file + ", which an earlier attempt of the job made");
    } catch (IOException e) {
      throw new CannotRun(
          "what an earlier attempt made cannot be removed: " + file + ": " + e.getMessage());
    }
  }
}
