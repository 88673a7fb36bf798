package org.dffmpeg.worker.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dffmpeg.common.file.DirectoryLock;
import org.dffmpeg.common.id.JobId;
import org.jspecify.annotations.Nullable;

/** The spool of a worker, which nobody else uses (Q5) until it is closed. Thread-safe. */
public final class SpoolDirectory implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SpoolDirectory.class.getName());
  private static final Pattern NAME = Pattern.compile("([0-9A-Z]{26})(?:\\.(\\d{1,9}))?");

  private final Path attempts;
  private final DirectoryLock lock;
  private final SpoolSpace space;

  private SpoolDirectory(Path attempts, DirectoryLock lock, long limitBytes) {
    this.attempts = attempts;
    this.lock = lock;
    this.space = new SpoolSpace(limitBytes);
  }

  /**
   * Opens it, and makes it if it is not there.
   *
   * @param limitBytes of lines to keep; each job may have its two newest batches beyond that
   * @throws IOException if it cannot be used, saying what to do
   */
  public static SpoolDirectory open(Path directory, long limitBytes) throws IOException {
    Optional<DirectoryLock> lock;
    try {
      lock = DirectoryLock.take(directory, "lock");
    } catch (IOException e) {
      throw new IOException("spool_dir: cannot write to " + directory + ": " + e, e);
    }
    return new SpoolDirectory(
        directory.resolve("attempts"),
        lock.orElseThrow(
            () ->
                new IOException(
                    "spool_dir: another worker is running in "
                        + directory
                        + ": stop it, or give this one a spool_dir of its own")),
        limitBytes);
  }

  /** The spool of an attempt; its files are not looked for. */
  public AttemptSpool attempt(JobId job, @Nullable Integer attempt) {
    String name = attempt == null ? job.value() : job + "." + attempt;
    return new AttemptSpool(new AttemptDirectory(job, attempts.resolve(name)), attempt, space);
  }

  /**
   * What former lives of the worker have left, in the order of their jobs; to be asked for before
   * the first attempt begins.
   */
  public List<AttemptSpool> left() throws IOException {
    List<AttemptSpool> left = new ArrayList<>();
    for (String name : SpoolFiles.names(attempts)) {
      Optional<AttemptSpool> spool = named(name);
      if (spool.isEmpty()) {
        LOG.log(System.Logger.Level.WARNING, () -> "not of this worker: " + attempts.resolve(name));
        continue;
      }
      spool.get().lines().find();
      left.add(spool.get());
    }
    return left;
  }

  private Optional<AttemptSpool> named(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String number = parts.group(2);
    return JobId.parse(parts.group(1))
        .map(job -> attempt(job, number == null ? null : Integer.valueOf(number)));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
