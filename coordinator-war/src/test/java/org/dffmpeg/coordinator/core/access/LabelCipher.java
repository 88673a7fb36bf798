package org.dffmpeg.coordinator.core.access;

import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.signing.SigningKey;

/** Seals keys by writing the name of the ring's key before them. Immutable. */
public record LabelCipher(Set<String> ring, Optional<String> defaultKeyId) implements KeyCipher {
  @Override
  public SealedKey seal(SigningKey key, Optional<String> keyId) {
    keyId.ifPresent(
        id -> {
          if (!ring.contains(id)) {
            throw new IllegalArgumentException("no key " + id);
          }
        });
    return new SealedKey(keyId.map(id -> id + ":").orElse("") + key.toBase64(), keyId);
  }

  @Override
  public SigningKey open(SealedKey sealed) {
    String label = sealed.keyId().map(id -> id + ":").orElse("");
    if (!sealed.text().startsWith(label)) {
      throw new IllegalStateException("not sealed with " + label);
    }
    return SigningKey.ofBase64(sealed.text().substring(label.length()));
  }
}
