package org.dffmpeg.worker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.dffmpeg.worker.spool.SpoolDirectory;

/** Spools for tests that are about something else. */
public final class Spools {
  private static final long LIMIT = 1L << 30;

  private Spools() {}

  /** A spool with room for everything. */
  public static SpoolDirectory open(Path directory) {
    try {
      return SpoolDirectory.open(directory, LIMIT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets others use it. */
  public static void close(SpoolDirectory spool) {
    try {
      spool.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
