package org.dffmpeg.worker.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;

/**
 * The files of one attempt; the directory is made with the first. What fails is told and is not
 * there (Q4). Immutable.
 */
record AttemptDirectory(JobId job, Path path) {
  private static final System.Logger LOG = System.getLogger(AttemptDirectory.class.getName());

  void write(String file, byte[] bytes) throws IOException {
    SpoolFiles.makeDirectory(path);
    SpoolFiles.write(path.resolve(file), bytes);
  }

  /** As {@link #write}, on the disk itself when it returns. */
  void writeThrough(String file, byte[] bytes) throws IOException {
    SpoolFiles.makeDirectory(path);
    SpoolFiles.writeThrough(path.resolve(file), bytes);
  }

  boolean has(String file) {
    return Files.exists(path.resolve(file));
  }

  Optional<byte[]> read(String file) {
    if (!has(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(path.resolve(file)));
    } catch (IOException e) {
      warn(file + " cannot be read", e);
      return Optional.empty();
    }
  }

  /** The wire record in that file. */
  <T> Optional<T> read(String file, Class<T> wireRecord) {
    try {
      Optional<byte[]> bytes = read(file);
      return bytes.isPresent()
          ? Optional.of(WireJson.read(wireRecord, bytes.get()))
          : Optional.empty();
    } catch (WireFormatException e) {
      warn(file + " is damaged", e);
      return Optional.empty();
    }
  }

  boolean rename(String from, String to) {
    try {
      Files.move(path.resolve(from), path.resolve(to));
      return true;
    } catch (IOException e) {
      warn(from + " cannot be renamed", e);
      return false;
    }
  }

  void delete(String file) {
    try {
      Files.deleteIfExists(path.resolve(file));
    } catch (IOException e) {
      warn(file + " cannot be deleted", e);
    }
  }

  void delete() {
    try {
      SpoolFiles.deleteDirectory(path);
    } catch (IOException e) {
      warn("its files cannot be deleted", e);
    }
  }

  void warn(String what, Exception why) {
    LOG.log(System.Logger.Level.WARNING, () -> "job " + job + ": " + what + ": " + why);
  }
}
