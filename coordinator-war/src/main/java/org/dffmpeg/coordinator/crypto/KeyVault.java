package org.dffmpeg.coordinator.crypto;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.signing.SigningKey;
import org.dffmpeg.coordinator.core.access.KeyCipher;
import org.dffmpeg.coordinator.core.access.SealedKey;

/** A ring of AES-256-GCM keys that seals the signing keys at rest. Immutable, thread-safe. */
public final class KeyVault implements KeyCipher {
  private KeyVault() {}

  /**
   * Reads the ring ({@code keys: {k1: "aes256:<base64>"}}), or makes one of one key with mode 0600
   * if the file is absent and no identity exists.
   *
   * @param defaultKeyId which key seals new secrets; empty: the last of the ring
   * @param identitiesExist whether there are identities already
   * @param keyIdsInUse the names under which stored secrets are sealed
   * @throws IllegalStateException if the file is wrong, or lacks a key in use: the message names
   *     both
   */
  public static KeyVault open(
      Path file, Optional<String> defaultKeyId, boolean identitiesExist, Set<String> keyIdsInUse) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  @Override
  public Optional<String> defaultKeyId() {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  @Override
  public SealedKey seal(SigningKey key, Optional<String> keyId) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }

  @Override
  public SigningKey open(SealedKey sealed) {
    return org.dffmpeg.coordinator.core.Unwritten.yet();
  }
}
