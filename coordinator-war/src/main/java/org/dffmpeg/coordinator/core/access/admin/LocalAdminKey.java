package org.dffmpeg.coordinator.core.access.admin;

import org.dffmpeg.common.signing.SigningKey;

/** Where the key of {@code localadmin} is left for who may read the data directory. */
public interface LocalAdminKey {

  /**
   * Replaces what was there; nobody but the owner may read it at any moment.
   *
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  void write(SigningKey key);

  /**
   * Replaces what was there if it was another key; where there was none, none appears.
   *
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  void refresh(SigningKey key);
}
