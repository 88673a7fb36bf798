package org.dffmpeg.worker.execution;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The files that a job makes: outputs that were not there when an attempt looked. They are its own
 * until it has ended, and go before it runs again, unless they are older than the job, for one
 * worker may not see what another sees: ffmpeg would refuse to overwrite them, and a process of a
 * former attempt that is still stopped somewhere writes to nothing that anybody reads when it goes
 * on (DESIGN "Leases, not sockets"). Immutable.
 */
final class OutputFiles {
  private static final System.Logger LOG = System.getLogger(OutputFiles.class.getName());

  /** A job with more has the rest overwritten, or not, as its arguments say. */
  private static final int MOST = 100;

  /** Its argument that says that nothing is overwritten. */
  private static final String KEEP = "-n";

  /** File systems round times, and clocks differ a little. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final Map<Integer, Path> outputs;
  private final Set<Integer> madeBefore;
  private final Instant oldest;

  /**
   * Of a command.
   *
   * @param madeBefore which arguments earlier attempts made, if they came to that
   * @param createdAt when the job was: what is older is not its own
   */
  OutputFiles(LocalCommand command, List<Integer> madeBefore, Instant createdAt) {
    this.outputs = command.words().contains(KEEP) ? Map.of() : command.outputs();
    this.madeBefore = Set.copyOf(madeBefore);
    this.oldest = createdAt.minus(TOLERANCE);
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
    return madeBefore.contains(argument) || Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Removes what earlier attempts made. Anything but a plain file is nothing that ffmpeg made, and
   * what was there before the job is none of its.
   *
   * @param ours asked before each file: another worker may have the job when a mount that hung goes
   *     on
   * @throws CannotRun if one cannot be removed
   */
  void removeFormer(BooleanSupplier ours) throws CannotRun {
    for (int argument : madeBefore) {
      Path file = outputs.get(argument);
      if (file != null) {
        removeIfMade(file, ours);
      }
    }
  }

  /** Whether an earlier attempt made anything. */
  boolean hasFormer() {
    return !madeBefore.isEmpty();
  }

  private void removeIfMade(Path file, BooleanSupplier ours) throws CannotRun {
    try {
      if (isOfTheJob(file) && ours.getAsBoolean()) {
        Files.delete(file);
        LOG.log(Level.INFO, () -> "removed " + file + ", which an earlier attempt of the job made");
      }
    } catch (NoSuchFileException e) {
      LOG.log(Level.DEBUG, () -> file + " is not there");
    } catch (IOException e) {
      throw new CannotRun(
          "what an earlier attempt made cannot be removed: " + file + ": " + e.getMessage());
    }
  }

  private boolean isOfTheJob(Path file) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return found.isRegularFile()
        && isSince(found.lastModifiedTime())
        && isSince(found.creationTime());
  }

  /** Where no time of creation is known, that of the last change stands for it. */
  private boolean isSince(FileTime time) {
    return !time.toInstant().isBefore(oldest);
  }
}
