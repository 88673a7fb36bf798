package org.dffmpeg.client.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.dffmpeg.client.api.ClientSettings;

/** Reads the client's YAML. */
public final class ClientSettingsReader {
  private ClientSettingsReader() {}

  /** Settings from the file, else from the usual places. */
  public static ClientSettings load(Optional<Path> file) {
    if (!file.toString().isEmpty()) {
      throw new UnsupportedOperationException("being written");
    }
    throw new IllegalStateException("being written");
  }
}
