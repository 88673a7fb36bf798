package org.dffmpeg.common.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that holds one secret, white space around it apart. */
final class SecretFile {
  private SecretFile() {}

  /** The secret, or empty if the file cannot be read or says nothing. */
  static Optional<Secret> read(Path file) {
    try {
      return Optional.of(Files.readString(file).strip())
          .filter(text -> !text.isEmpty())
          .map(Secret::new);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
