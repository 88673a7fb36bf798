package org.dffmpeg.coordinator.core.access.admin;

import org.dffmpeg.common.signing.SigningKey;

/** Where the key of {@code localadmin} is left for who may read the data directory. */
@FunctionalInterface
public interface LocalAdminKey {

  /**
   * Replaces what was there; nobody but the owner may read it at any moment.
   *
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  void write(SigningKey key);
}
