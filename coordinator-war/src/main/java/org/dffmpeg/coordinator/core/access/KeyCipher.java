package org.dffmpeg.coordinator.core.access;

import java.util.Optional;
import org.dffmpeg.common.signing.SigningKey;

/** Seals signing keys for storage and opens them again. Thread-safe. */
public interface KeyCipher {
  /** The key of the ring under which new secrets are sealed; empty if they are stored plain. */
  Optional<String> defaultKeyId();

  /**
   * Seals a key for storage.
   *
   * @param keyId a key of the ring; empty stores the secret plain
   * @throws IllegalArgumentException if the ring has no such key
   */
  SealedKey seal(SigningKey key, Optional<String> keyId);

  /**
   * The key again.
   *
   * @throws IllegalStateException if the ring lacks the key, or the text was tampered with
   */
  SigningKey open(SealedKey sealed);
}
